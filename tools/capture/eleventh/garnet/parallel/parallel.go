// Package parallel runs jobs and gathers what they return.
package parallel

import (
	"context"
	"sync"
)

// Group has jobs that return values of one kind.
type Group[T any] struct {
	ctx     context.Context
	cancel  context.CancelCauseFunc
	limit   chan struct{}
	running sync.WaitGroup
	mu      sync.Mutex
	receive func(T)
	first   error
}

// Feed runs up to limit jobs at a time and hands what they return to receive, one at a time.
func Feed[T any](ctx context.Context, limit int, receive func(T)) *Group[T] {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group[T]{ctx: ctx, cancel: cancel, limit: make(chan struct{}, limit), receive: receive}
}

// Go runs a job.
func (g *Group[T]) Go(job func(context.Context) (T, error)) {
	select {
	case g.limit <- struct{}{}:
	case <-g.ctx.Done():
		return
	}
	g.running.Add(1)
	go func() {
		defer g.running.Done()
		value, err := job(g.ctx)
		<-g.limit
		g.hand(value, err)
	}()
}

func (g *Group[T]) hand(value T, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if err != nil {
		g.first = err
		g.cancel(err)
		return
	}
	g.receive(value)
}

// Wait waits for all jobs.
func (g *Group[T]) Wait() error {
	g.running.Wait()
	return g.first
}
