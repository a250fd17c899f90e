// Package slab has slabs of one size.
package slab

import "sync"

// Yard keeps slabs for the next who needs some.
type Yard struct {
	size int
	mu   sync.Mutex
	free [][]byte
}

// NewYard has slabs of so many bytes.
func NewYard(size int) *Yard { return &Yard{size: size} }

// Take returns a slab.
func (y *Yard) Take() []byte {
	y.mu.Lock()
	defer y.mu.Unlock()
	if n := len(y.free); n > 0 {
		one := y.free[n-1]
		y.free = y.free[:n-1]
		return one
	}
	return make([]byte, y.size)
}

// Give takes one back.
func (y *Yard) Give(one []byte) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.free = append(y.free, one)
}
