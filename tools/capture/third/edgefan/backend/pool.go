// Package backend asks servers behind.
package backend

import (
	"context"
	"time"
)

// Pool lets a bounded number ask at a time.
type Pool struct{ slots chan struct{} }

// NewPool lets n ask.
func NewPool(n int) *Pool { return &Pool{slots: make(chan struct{}, n)} }

// Ask asks one server, unless the context ends.
func (p *Pool) Ask(ctx context.Context, n int) error {
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return ctx.Err()
	}
	took := time.NewTimer(time.Duration(20+n%60) * time.Millisecond)
	defer took.Stop()
	if n%3 != 0 {
		<-took.C
		return context.Canceled // told to ask somebody else
	}
	select {
	case <-took.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
