// Package ropes is the ropes of the bells, each for one at a time.
package ropes

import "sync"

// Rack has ropes by number.
type Rack struct {
	mu    sync.Mutex
	freed *sync.Cond
	held  []bool
}

// New has n ropes.
func New(n int) *Rack {
	r := &Rack{held: make([]bool, n)}
	r.freed = sync.NewCond(&r.mu)
	return r
}

// Size is how many ropes there are.
func (r *Rack) Size() int { return len(r.held) }

// Take waits until a rope is free.
func (r *Rack) Take(rope int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.held[rope] {
		r.freed.Wait()
	}
	r.held[rope] = true
}

// Give hands a rope back.
func (r *Rack) Give(rope int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.held[rope] = false
	r.freed.Signal()
}
