// Package jobs has the worker pools and periodic jobs every service runs.
package jobs

import (
	"context"
	"time"
)

// Pool is a fixed number of workers on one queue.
type Pool struct{ queue chan func() }

// NewPool starts the workers.
func NewPool(ctx context.Context, workers, backlog int) *Pool {
	p := &Pool{queue: make(chan func(), backlog)}
	for i := 0; i < workers; i++ {
		go p.work(ctx)
	}
	return p
}

func (p *Pool) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-p.queue:
			job()
		}
	}
}

// Submit queues a job and blocks while the backlog is full.
func (p *Pool) Submit(ctx context.Context, job func()) {
	select {
	case <-ctx.Done():
	case p.queue <- job:
	}
}

// Every runs job each period until the context ends.
func Every(ctx context.Context, period time.Duration, job func(n int)) {
	go every(ctx, period, job)
}

func every(ctx context.Context, period time.Duration, job func(n int)) {
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			job(n)
		}
	}
}
