// Package pool picks backends.
package pool

import (
	"context"
	"sync"

	"git.turnpike.example/balance/backendpin/health"
)

// Pool has a monitor for each backend.
type Pool struct {
	mu       sync.Mutex
	monitors []*health.Monitor
	end      context.CancelFunc
}

// New has n backends.
func New(n int) *Pool {
	p := &Pool{monitors: make([]*health.Monitor, n), end: func() {}}
	p.Swap(0)
	return p
}

// Swap takes up another set of backends.
func (p *Pool) Swap(generation int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.end()
	ctx, end := context.WithCancel(context.Background())
	p.end = end
	for i := range p.monitors {
		p.monitors[i] = health.Start(ctx, generation*len(p.monitors)+i)
	}
}

// Pick names a backend that is up.
func (p *Pool) Pick(n int) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range p.monitors {
		if at := (n + i) % len(p.monitors); p.monitors[at].Up.Load() {
			return at
		}
	}
	return -1
}
