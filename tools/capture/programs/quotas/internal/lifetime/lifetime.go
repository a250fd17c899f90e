// Package lifetime makes a context of a done channel.
package lifetime

import (
	"context"
	"time"
)

type lifetime struct{ done <-chan struct{} }

// Bind returns a context that ends with done.
func Bind(done <-chan struct{}) context.Context { return lifetime{done: done} }

func (l lifetime) Deadline() (time.Time, bool) { return time.Time{}, false }
func (l lifetime) Done() <-chan struct{}       { return l.done }
func (l lifetime) Value(any) any               { return nil }

func (l lifetime) Err() error {
	select {
	case <-l.done:
		return context.Canceled
	default:
		return nil
	}
}
