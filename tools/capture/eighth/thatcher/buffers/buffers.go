// Package buffers lends buffers.
package buffers

import "sync"

// Pool has the free buffers of each size.
type Pool struct {
	mu   sync.Mutex
	free map[int][][]byte
}

// New has none.
func New() *Pool { return &Pool{free: make(map[int][][]byte)} }

// Get lends a buffer of a size.
func (p *Pool) Get(size int) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	if free := p.free[size]; len(free) > 0 {
		p.free[size] = free[:len(free)-1]
		return free[len(free)-1]
	}
	return newBuffer(size)
}

func newBuffer(size int) []byte { return make([]byte, size) }

// Put takes a buffer back.
func (p *Pool) Put(buffer []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free[len(buffer)] = append(p.free[len(buffer)], buffer)
}
