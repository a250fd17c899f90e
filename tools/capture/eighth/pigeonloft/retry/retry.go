// Package retry is a line of what is tried again.
package retry

import "sync"

// Line has attempts in their order.
type Line struct {
	mu    sync.Mutex
	again []func() error
}

// New is empty.
func New() *Line { return &Line{} }

// Later puts an attempt at the end.
func (l *Line) Later(attempt func() error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.again = append(l.again, attempt)
}

// Run makes up to n attempts; what fails goes to the end again.
func (l *Line) Run(n int) {
	l.mu.Lock()
	if n > len(l.again) {
		n = len(l.again)
	}
	now := l.again[:n]
	l.again = l.again[n:]
	l.mu.Unlock()
	for _, attempt := range now {
		if attempt() != nil {
			l.Later(attempt)
		}
	}
}
