// Package crew is workers that are hired when needed and leave when idle.
package crew

import (
	"context"
	"sync/atomic"
	"time"
)

// Crew has at most a number of workers.
type Crew struct {
	jobs   chan func()
	places chan struct{}
	idle   time.Duration
	hired  uint64
}

// New is a crew of nobody yet.
func New(most int, idle time.Duration) *Crew {
	return &Crew{jobs: make(chan func()), places: make(chan struct{}, most), idle: idle}
}

// Submit hands job to an idle worker, hires one, or waits until one is free.
func (c *Crew) Submit(ctx context.Context, job func()) {
	select {
	case c.jobs <- job:
		return
	default:
	}
	select {
	case c.jobs <- job:
	case c.places <- struct{}{}:
		atomic.AddUint64(&c.hired, 1)
		go c.work(ctx, job)
	case <-ctx.Done():
	}
}

func (c *Crew) work(ctx context.Context, job func()) {
	defer func() { <-c.places }()
	for {
		job()
		wait := time.NewTimer(c.idle)
		select {
		case job = <-c.jobs:
			wait.Stop()
		case <-wait.C:
			return
		case <-ctx.Done():
			wait.Stop()
			return
		}
	}
}
