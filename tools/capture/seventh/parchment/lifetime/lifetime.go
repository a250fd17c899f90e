// Package lifetime is how long the service runs, as a context that also counts what was done in it.
package lifetime

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// Lifetime ends once.
type Lifetime struct {
	over chan struct{}
	once sync.Once
	Acts uint64
}

// Begin is the service's start.
func Begin() *Lifetime { return &Lifetime{over: make(chan struct{})} }

// End is the service's end.
func (l *Lifetime) End() { l.once.Do(func() { close(l.over) }) }

// Count notes that something was done.
func (l *Lifetime) Count() { atomic.AddUint64(&l.Acts, 1) }

// Deadline makes a lifetime a context: it has none.
func (l *Lifetime) Deadline() (time.Time, bool) { return time.Time{}, false }

// Done is closed at the end.
func (l *Lifetime) Done() <-chan struct{} { return l.over }

// Err is not nil after the end.
func (l *Lifetime) Err() error {
	select {
	case <-l.over:
		return context.Canceled
	default:
		return nil
	}
}

// Value has nothing.
func (l *Lifetime) Value(interface{}) interface{} { return nil }
