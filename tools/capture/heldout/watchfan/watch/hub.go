// Package watch tells watchers about changed objects.
package watch

import "sync"

// Change is a new revision of an object.
type Change struct {
	Revision int
	Object   [64]byte
}

type watcher struct {
	input  chan Change
	result chan Change
	stop   chan struct{}
}

// Handle is a watch as its user sees it.
type Handle struct {
	Changes <-chan Change
	Stop    func()
}

// Hub knows the watchers.
type Hub struct {
	mu       sync.Mutex
	watchers map[*watcher]bool
}

// NewHub has no watchers.
func NewHub() *Hub { return &Hub{watchers: map[*watcher]bool{}} }

// Watch reports changes from now on until Stop is called.
func (h *Hub) Watch() Handle {
	w := &watcher{input: make(chan Change, 8), result: make(chan Change), stop: make(chan struct{})}
	stop := w.stop
	w.reset()
	h.mu.Lock()
	h.watchers[w] = true
	h.mu.Unlock()
	go w.run()
	return Handle{Changes: w.result, Stop: func() {
		h.mu.Lock()
		delete(h.watchers, w)
		h.mu.Unlock()
		close(stop)
	}}
}

func (w *watcher) reset() { w.stop = make(chan struct{}) }

func (w *watcher) run() {
	for {
		select {
		case c := <-w.input:
			select {
			case w.result <- c:
			case <-w.stop:
				return
			}
		case <-w.stop:
			return
		}
	}
}

// Announce tells all watchers; a slow one misses it.
func (h *Hub) Announce(revision int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for w := range h.watchers {
		select {
		case w.input <- Change{Revision: revision}:
		default:
		}
	}
}
