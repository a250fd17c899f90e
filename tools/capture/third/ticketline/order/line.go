// Package order lets goroutines pass one by one, in the order of their tickets.
package order

import "sync"

// Line is where they wait.
type Line struct {
	moved *sync.Cond
	next  uint64
	now   uint64
}

// NewLine is empty.
func NewLine() *Line { return &Line{moved: sync.NewCond(&sync.Mutex{})} }

// Ticket draws the next ticket.
func (l *Line) Ticket() uint64 {
	l.moved.L.Lock()
	defer l.moved.L.Unlock()
	t := l.next
	l.next++
	return t
}

// Await returns when it is ticket's turn.
func (l *Line) Await(ticket uint64) {
	l.moved.L.Lock()
	defer l.moved.L.Unlock()
	for l.now != ticket {
		l.moved.Wait()
	}
}

// Move ends a turn.
func (l *Line) Move() {
	l.moved.L.Lock()
	defer l.moved.L.Unlock()
	l.now++
	l.moved.Broadcast()
}
