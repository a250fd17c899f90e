// Package scope gives each call a scope that ends with it.
package scope

import (
	"context"
	"sync/atomic"
	"time"
)

// Caller counts calls that were cut short.
type Caller struct{ cut atomic.Int64 }

// NewCaller has cut none.
func NewCaller() *Caller { return &Caller{} }

// Call waits for an answer that takes need.
func (c *Caller) Call(ctx context.Context, need time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { c.cut.Add(1) })
	defer stop()
	answer := make(chan struct{}, 1)
	go c.compute(ctx, need, answer)
	select {
	case <-answer:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *Caller) compute(ctx context.Context, need time.Duration, answer chan<- struct{}) {
	select {
	case <-time.After(need):
		answer <- struct{}{}
	case <-ctx.Done():
	}
}
