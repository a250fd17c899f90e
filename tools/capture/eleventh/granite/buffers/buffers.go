// Package buffers lends buffers.
package buffers

import "sync"

// List has those that are free.
type List struct {
	mu   sync.Mutex
	size int
	free [][]byte
}

// New lends buffers of a size.
func New(size int) *List { return &List{size: size} }

// Take takes one.
func (l *List) Take() []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	if last := len(l.free) - 1; last >= 0 {
		b := l.free[last]
		l.free = l.free[:last]
		return b
	}
	return make([]byte, 0, l.size)
}

// Give gives one back.
func (l *List) Give(b []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.free = append(l.free, b[:0])
}
