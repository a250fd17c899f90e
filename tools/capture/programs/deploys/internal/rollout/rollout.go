// Package rollout changes versions step by step.
package rollout

import (
	"context"
	"sync"
	"time"
)

// Plan is the versions of all hosts.
type Plan struct {
	mu       sync.RWMutex
	versions map[int]int
}

// New has no hosts.
func New() *Plan { return &Plan{versions: make(map[int]int)} }

// Run makes a step every few seconds until ctx ends.
func (p *Plan) Run(ctx context.Context) {
	for step := 0; ctx.Err() == nil; step++ {
		p.step(step)
		time.Sleep(200 * time.Millisecond)
	}
}

func (p *Plan) step(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var hosts sync.WaitGroup
	for i := 0; i < 20; i++ {
		hosts.Add(1)
		go func() {
			defer hosts.Done()
			time.Sleep(3 * time.Second)
		}()
	}
	hosts.Wait()
	for i := 0; i < 20; i++ {
		p.versions[(n*20+i)%500] = n
	}
}

// Ask reads a host's version now and then until ctx ends.
func (p *Plan) Ask(ctx context.Context, host int) {
	for ctx.Err() == nil {
		p.mu.RLock()
		version := p.versions[host]
		p.mu.RUnlock()
		time.Sleep(time.Duration(100+version%50) * time.Millisecond)
	}
}
