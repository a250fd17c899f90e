// Package loan lends buffers.
package loan

import "sync"

// Desk has buffers that are not lent now.
type Desk struct {
	mu   sync.Mutex
	size int
	free [][]byte
}

// New lends buffers of a size.
func New(size int) *Desk { return &Desk{size: size} }

// Borrow lends one.
func (d *Desk) Borrow() []byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := len(d.free); n > 0 {
		buffer := d.free[n-1]
		d.free = d.free[:n-1]
		return buffer
	}
	return make([]byte, d.size)
}

// Return takes one back.
func (d *Desk) Return(buffer []byte) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.free = append(d.free, buffer)
}
