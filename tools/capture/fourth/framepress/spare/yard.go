// Package spare keeps buffers for the next who needs one.
package spare

import (
	"math/bits"
	"sync"
)

// Yard has a free list for each power of two.
type Yard struct {
	mu    sync.Mutex
	spare [bits.UintSize][][]byte
}

// Get returns a buffer of n bytes, a used one if the list of the next power of two has one.
func (y *Yard) Get(n int) []byte {
	class := bits.Len(uint(n - 1))
	y.mu.Lock()
	defer y.mu.Unlock()
	if last := len(y.spare[class]) - 1; last >= 0 {
		buffer := y.spare[class][last]
		y.spare[class] = y.spare[class][:last]
		return buffer[:n]
	}
	return make([]byte, n)
}

// Put gives a buffer back to the list of those that are as large as it at most.
func (y *Yard) Put(buffer []byte) {
	class := bits.Len(uint(cap(buffer))) - 1
	y.mu.Lock()
	defer y.mu.Unlock()
	y.spare[class] = append(y.spare[class], buffer)
}
