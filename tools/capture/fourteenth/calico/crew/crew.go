// Package crew runs functions together until one of them fails.
package crew

import (
	"context"
	"sync"
)

// Crew is a group of functions.
type Crew struct {
	wg     sync.WaitGroup
	once   sync.Once
	cancel context.CancelFunc
	err    error
}

// New has a context that ends with the first failure.
func New(ctx context.Context) (*Crew, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	return &Crew{cancel: cancel}, ctx
}

// Go starts a function.
func (c *Crew) Go(work func() error) {
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		if err := work(); err != nil {
			c.once.Do(func() {
				c.err = err
				c.cancel()
			})
		}
	}()
}

// Wait returns the first failure when all functions have returned.
func (c *Crew) Wait() error {
	c.wg.Wait()
	c.cancel()
	return c.err
}
