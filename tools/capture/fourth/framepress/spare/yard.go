// Package spare keeps buffers for the next who needs one.
package spare

import "sync"

// Yard is a free list.
type Yard struct {
	mu    sync.Mutex
	spare [][]byte
}

// Get returns a buffer of n bytes, a used one if it is large enough.
func (y *Yard) Get(n int) []byte {
	y.mu.Lock()
	defer y.mu.Unlock()
	if last := len(y.spare) - 1; last >= 0 && cap(y.spare[last]) >= n {
		buffer := y.spare[last]
		y.spare = y.spare[:last]
		return buffer[:n]
	}
	return make([]byte, n)
}

// Put gives a buffer back.
func (y *Yard) Put(buffer []byte) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.spare = append(y.spare, buffer)
}
