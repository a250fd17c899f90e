// Package timeline remembers the steps of an edit.
package timeline

import "sync"

type step struct {
	before *step
	action string
	grid   [100]float64
}

// Log is a chain of steps.
type Log struct {
	mu   sync.Mutex
	last *step
	n    int
}

// Push adds a step.
func (l *Log) Push(action string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last = &step{before: l.last, action: action}
	l.n++
}

// Len returns how many steps there are.
func (l *Log) Len() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.n
}
