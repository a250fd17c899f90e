// Package pool runs jobs on a fixed number of workers.
package pool

import "context"

// Pool is a fixed number of workers behind one queue.
type Pool[T any] struct {
	jobs chan T
	ctx  context.Context
}

// Start starts the workers; they end with ctx.
func Start[T any](ctx context.Context, workers int, handle func(T)) *Pool[T] {
	p := &Pool[T]{jobs: make(chan T, workers), ctx: ctx}
	for i := 0; i < workers; i++ {
		go p.work(handle)
	}
	go func() {
		<-ctx.Done()
		close(p.jobs)
	}()
	return p
}

// Offer queues a job and says whether there was room.
func (p *Pool[T]) Offer(job T) bool {
	if p.ctx.Err() != nil {
		return false
	}
	select {
	case p.jobs <- job:
		return true
	default:
		return false
	}
}

func (p *Pool[T]) work(handle func(T)) {
	for job := range p.jobs {
		handle(job)
	}
}
