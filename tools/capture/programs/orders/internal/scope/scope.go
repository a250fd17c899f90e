// Package scope is a component's life as a context.
package scope

import (
	"context"
	"sync"
	"time"
)

// Scope ends when its component is stopped.
type Scope struct {
	name string
	done chan struct{}
	once sync.Once
}

// Start begins a scope.
func Start(name string) *Scope { return &Scope{name: name, done: make(chan struct{})} }

// Stop ends it.
func (s *Scope) Stop() { s.once.Do(func() { close(s.done) }) }

// Deadline, Done, Err and Value make a scope a context.Context.
func (s *Scope) Deadline() (time.Time, bool) { return time.Time{}, false }

// Done is closed by Stop.
func (s *Scope) Done() <-chan struct{} { return s.done }

// Err says whether the scope has ended.
func (s *Scope) Err() error {
	select {
	case <-s.done:
		return context.Canceled
	default:
		return nil
	}
}

// Value carries nothing.
func (s *Scope) Value(any) any { return nil }
