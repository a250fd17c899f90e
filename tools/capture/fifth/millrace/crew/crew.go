// Package crew does tasks side by side, a few at a time, and keeps the first error.
package crew

import (
	"context"
	"sync"
)

// Crew runs tasks.
type Crew struct {
	places chan struct{}
	wg     sync.WaitGroup
	once   sync.Once
	err    error
}

// New has that many places.
func New(places int) *Crew { return &Crew{places: make(chan struct{}, places)} }

// Go runs task as soon as there is a place, or fails when ctx ends before.
func (c *Crew) Go(ctx context.Context, task func() error) {
	c.wg.Add(1)
	select {
	case c.places <- struct{}{}:
	case <-ctx.Done():
		c.fail(ctx.Err())
		return
	}
	go c.run(task)
}

func (c *Crew) run(task func() error) {
	defer c.wg.Done()
	defer func() { <-c.places }()
	c.fail(task())
}

func (c *Crew) fail(err error) {
	if err != nil {
		c.once.Do(func() { c.err = err })
	}
}

// Wait waits for all tasks and returns the first error.
func (c *Crew) Wait() error {
	c.wg.Wait()
	return c.err
}
