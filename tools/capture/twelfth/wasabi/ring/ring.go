// Package ring keeps the latest of what is appended.
package ring

import (
	"iter"
	"sync"
)

// Ring grows to its limit and then overwrites.
type Ring[T any] struct {
	mu     sync.RWMutex
	limit  int
	next   int
	values []T
}

// New has room for limit values.
func New[T any](limit int) *Ring[T] { return &Ring[T]{limit: limit} }

// Append adds a value.
func (r *Ring[T]) Append(value T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.values) < r.limit {
		r.values = append(r.values, value)
		return
	}
	r.values[r.next] = value
	r.next = (r.next + 1) % r.limit
}

// All are the values, the oldest first.
func (r *Ring[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		r.mu.RLock()
		defer r.mu.RUnlock()
		for i := range r.values {
			if !yield(r.values[(r.next+i)%len(r.values)]) {
				return
			}
		}
	}
}
