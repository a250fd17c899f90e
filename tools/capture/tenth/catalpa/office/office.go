// Package office is held by one at a time.
package office

import (
	"context"
	"sync"
	"time"
)

// Office has a holder.
type Office struct {
	name string
	free chan struct{}

	mu      sync.Mutex
	holder  string
	renewed time.Time
}

// New is free.
func New(name string) *Office {
	o := &Office{name: name, free: make(chan struct{}, 1)}
	o.free <- struct{}{}
	return o
}

// Await returns when the office is had.
func (o *Office) Await(ctx context.Context, node string) error {
	select {
	case <-o.free:
		o.Renew(node)
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Renew says who holds it still.
func (o *Office) Renew(node string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.holder, o.renewed = node, time.Now()
}

// Resign gives it back.
func (o *Office) Resign() { o.free <- struct{}{} }
