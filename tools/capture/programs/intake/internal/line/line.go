// Package line admits a bounded number of claims at a time.
package line

import "sync"

// Line is one desk's queue.
type Line struct {
	mu     sync.Mutex
	room   *sync.Cond
	inside int
	limit  int
	closed bool
}

// New admits limit claims at a time.
func New(limit int) *Line {
	l := &Line{limit: limit}
	l.room = sync.NewCond(&l.mu)
	return l
}

// Enter waits for room.
func (l *Line) Enter() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.closed || l.inside >= l.limit {
		l.room.Wait()
	}
	l.inside++
}

// Leave makes room; a refused claim closes the desk for inspection.
func (l *Line) Leave(accepted bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.inside--
	if !accepted {
		l.closed = true
		return
	}
	l.room.Signal()
}

// Reopen ends an inspection.
func (l *Line) Reopen() {
	l.mu.Lock()
	l.closed = false
	l.mu.Unlock()
}
