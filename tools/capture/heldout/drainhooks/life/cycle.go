// Package life ends what has begun.
package life

import "sync"

// Cycle has hooks for the end.
type Cycle struct {
	mu    sync.Mutex
	hooks []func()
}

// OnStop registers a hook.
func (c *Cycle) OnStop(hook func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hooks = append(c.hooks, hook)
}

// Stop calls the hooks, the newest first.
func (c *Cycle) Stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := len(c.hooks) - 1; i >= 0; i-- {
		c.hooks[i]()
	}
}
