// Package pool has workers, as many as are needed.
package pool

import (
	"context"
	"sync"
	"time"
)

// Limits are how few and how many workers there may be, and how long one stays without work.
type Limits struct {
	Least, Most int
	Idle        time.Duration
}

// Pool gives jobs to workers.
type Pool struct {
	ctx    context.Context
	limits Limits
	jobs   chan func()

	mu      sync.Mutex
	workers int
}

// New begins with the fewest.
func New(ctx context.Context, l Limits) *Pool {
	p := &Pool{ctx: ctx, limits: l, jobs: make(chan func())}
	for i := 0; i < l.Least; i++ {
		p.hire()
	}
	return p
}

// Do gives a job to a worker who has nothing to do, or a new one, or waits for one.
func (p *Pool) Do(job func()) {
	select {
	case p.jobs <- job:
		return
	default:
	}
	p.hire()
	select {
	case p.jobs <- job:
	case <-p.ctx.Done():
	}
}

func (p *Pool) hire() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.workers >= p.limits.Most {
		return
	}
	p.workers++
	go p.work()
}

func (p *Pool) dismiss() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.workers <= p.limits.Least {
		return false
	}
	p.workers--
	return true
}

func (p *Pool) work() {
	idle := time.NewTimer(p.limits.Idle)
	defer idle.Stop()
	for {
		select {
		case job := <-p.jobs:
			job()
			if !idle.Stop() {
				select {
				case <-idle.C:
				default:
				}
			}
		case <-idle.C:
			if p.dismiss() {
				return
			}
		case <-p.ctx.Done():
			return
		}
		idle.Reset(p.limits.Idle)
	}
}
