// Package audience has many watchers of one stream.
package audience

import (
	"context"
	"sync"
	"time"
)

// Hall sends to its watchers outside the lock.
type Hall struct {
	mu       sync.Mutex
	watchers []*watcher
}

type watcher struct {
	events chan int
	seen   int
}

func (h *Hall) join(ctx context.Context) {
	w := &watcher{events: make(chan int, 1)}
	h.mu.Lock()
	h.watchers = append(h.watchers, w)
	h.mu.Unlock()
	go w.listen(ctx)
}

func (w *watcher) listen(ctx context.Context) {
	for {
		select {
		case e := <-w.events:
			w.seen += e
		case <-ctx.Done():
			return
		}
	}
}

func (h *Hall) tell(e int) {
	h.mu.Lock()
	all := append([]*watcher(nil), h.watchers...)
	h.mu.Unlock()
	for _, w := range all {
		select {
		case w.events <- e:
		default:
		}
	}
}

// Run tells twelve watchers.
func Run(int) {
	h := &Hall{}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for i := 0; i < 12; i++ {
		h.join(ctx)
	}
	for i := 0; ; i++ {
		time.Sleep(4 * time.Second)
		h.tell(i)
	}
}
