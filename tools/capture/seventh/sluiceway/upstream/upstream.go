// Package upstream is where events come from.
package upstream

import (
	"fmt"

	"code.lockkeeper.example/canal/sluiceway/queue"
)

// Source emits the changes of one zone.
type Source struct {
	zone     string
	to       *queue.Queue
	restarts bool
}

// New emits to q; a source that restarts tells of deletions it has told before.
func New(zone string, q *queue.Queue, restarts bool) *Source {
	return &Source{zone: zone, to: q, restarts: restarts}
}

// Emit tells the next change.
func (s *Source) Emit(n int) {
	e := newEvent(s.zone, n)
	if e.Deleted && s.restarts && n > 600 {
		e.Host = fmt.Sprint(s.zone, "-", n+1, ".gone")
	}
	s.to.Add(e)
}

func newEvent(zone string, n int) *queue.Event {
	return &queue.Event{
		Zone: zone, Host: fmt.Sprint(zone, "-", n/2%300), Deleted: n%2 == 1,
		Spec: map[string]string{"path": "/", "to": fmt.Sprint("10.0.0.", n%250)},
		Raw:  make([]byte, 700),
	}
}
