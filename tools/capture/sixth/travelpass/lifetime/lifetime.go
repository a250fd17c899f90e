// Package lifetime is the service's own, which can be drained before it ends.
package lifetime

import (
	"context"
	"errors"
	"sync"
	"time"
)

// ErrDraining says that nothing new should begin.
var ErrDraining = errors.New("lifetime: draining")

// Life is a context with a second, earlier end.
type Life struct {
	base     context.Context
	done     chan struct{}
	mu       sync.Mutex
	draining bool
	err      error
}

var _ context.Context = (*Life)(nil)

// Of ends with base.
func Of(base context.Context) *Life {
	l := &Life{base: base, done: make(chan struct{})}
	go func() {
		<-base.Done()
		l.end(base.Err())
	}()
	return l
}

// Drain lets nothing new begin and ends what is left after grace.
func (l *Life) Drain(grace time.Duration) {
	l.mu.Lock()
	l.draining = true
	l.mu.Unlock()
	time.AfterFunc(grace, func() { l.end(ErrDraining) })
}

func (l *Life) end(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err == nil {
		l.err = err
		close(l.done)
	}
}

// Admit tells whether something may begin.
func (l *Life) Admit() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.draining {
		return ErrDraining
	}
	return l.err
}

// Deadline has none.
func (l *Life) Deadline() (time.Time, bool) { return time.Time{}, false }

// Done is closed at the end.
func (l *Life) Done() <-chan struct{} { return l.done }

// Err is why it ended.
func (l *Life) Err() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.err
}

// Value is the base's.
func (l *Life) Value(key interface{}) interface{} { return l.base.Value(key) }
