// Package group waits for tasks and keeps their first error.
package group

import (
	"context"
	"sync"
)

// Group is tasks that end together.
type Group struct {
	wait   sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelFunc
	slots  chan struct{}
}

// New runs at most limit tasks at a time; the context ends with the first error.
func New(ctx context.Context, limit int) (*Group, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	return &Group{cancel: cancel, slots: make(chan struct{}, limit)}, ctx
}

// Go starts a task.
func (g *Group) Go(task func() error) {
	g.wait.Add(1)
	go func() {
		defer g.wait.Done()
		g.slots <- struct{}{}
		defer func() { <-g.slots }()
		if err := task(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel()
			})
		}
	}()
}

// Wait returns when all tasks have.
func (g *Group) Wait() error {
	g.wait.Wait()
	g.cancel()
	return g.err
}
