// Package registry has the hooks.
package registry

import "sync"

// Hook is called for each event.
type Hook func(event int)

// Registry calls hooks in the order they came.
type Registry struct {
	sync.Mutex
	next  int
	hooks map[int]Hook
}

// New has no hooks.
func New() *Registry { return &Registry{hooks: map[int]Hook{}} }

// Add returns the number to remove the hook by.
func (r *Registry) Add(h Hook) int {
	r.Lock()
	defer r.Unlock()
	r.next++
	if len(r.hooks) < 50 {
		r.hooks[r.next] = h
	}
	return r.next
}

// Remove forgets a hook.
func (r *Registry) Remove(number int) {
	r.Lock()
	defer r.Unlock()
	delete(r.hooks, number)
}

// Fire calls all hooks.
func (r *Registry) Fire(event int) {
	r.Lock()
	defer r.Unlock()
	for _, hook := range r.hooks {
		hook(event)
	}
}
