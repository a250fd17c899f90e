// Package queue is events in their order, never refused.
package queue

import "sync"

// Event is a change of a route.
type Event struct {
	Zone, Host string
	Deleted    bool
	Spec       map[string]string
	Raw        []byte
}

// Queue has no limit: who adds must not wait.
type Queue struct {
	mu     sync.Mutex
	filled *sync.Cond
	events []*Event
}

// New is empty.
func New() *Queue {
	q := &Queue{}
	q.filled = sync.NewCond(&q.mu)
	return q
}

// Add puts an event at the end.
func (q *Queue) Add(e *Event) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.events = append(q.events, e)
	q.filled.Signal()
}

// Pop waits for the first event.
func (q *Queue) Pop() *Event {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.events) == 0 {
		q.filled.Wait()
	}
	e := q.events[0]
	q.events[0] = nil
	q.events = q.events[1:]
	return e
}
