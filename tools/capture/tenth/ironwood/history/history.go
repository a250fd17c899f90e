// Package history has the last of something.
package history

import "sync"

// History has a depth.
type History[T any] struct {
	mu    sync.RWMutex
	depth int
	all   []T
}

// New is so deep.
func New[T any](depth int) *History[T] { return &History[T]{depth: depth} }

// Push adds the newest.
func (h *History[T]) Push(one T) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.all = append(h.all, one)
	if over := len(h.all) - h.depth; over > 0 {
		kept := make([]T, h.depth)
		copy(kept, h.all[over:])
		h.all = kept
	}
}

// Latest is the newest.
func (h *History[T]) Latest() (one T, found bool) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	if len(h.all) == 0 {
		return one, false
	}
	return h.all[len(h.all)-1], true
}
