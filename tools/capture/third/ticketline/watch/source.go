// Package watch tells who watches what changed.
package watch

import (
	"sync"

	"git.boxoffice.example/watch/ticketline/order"
)

// Change is told.
type Change struct{ Object, Version int }

// Watcher gets changes in their order.
type Watcher struct {
	line    *order.Line
	changes chan Change
	stopped chan struct{}
	from    *Source
}

// Source has watchers.
type Source struct {
	mu       sync.Mutex
	watchers map[*Watcher]struct{}
}

// NewSource has none.
func NewSource() *Source { return &Source{watchers: make(map[*Watcher]struct{})} }

// Watch begins to tell a new watcher.
func (s *Source) Watch() *Watcher {
	w := &Watcher{line: order.NewLine(), changes: make(chan Change), stopped: make(chan struct{}), from: s}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.watchers[w] = struct{}{}
	return w
}

// Change tells all watchers; none can hold up the others.
func (s *Source) Change(c Change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for w := range s.watchers {
		go w.tell(w.line.Ticket(), c)
	}
}

func (w *Watcher) tell(ticket uint64, c Change) {
	w.line.Await(ticket)
	select {
	case w.changes <- c:
		w.line.Move()
	case <-w.stopped:
	}
}

// Changes is where they come.
func (w *Watcher) Changes() <-chan Change { return w.changes }

// Stop ends the telling.
func (w *Watcher) Stop() {
	w.from.mu.Lock()
	delete(w.from.watchers, w)
	w.from.mu.Unlock()
	close(w.stopped)
}
