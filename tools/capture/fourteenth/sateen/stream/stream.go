// Package stream is a list of what was said, of which everybody who listens knows a place. What all have passed goes.
package stream

import (
	"context"
	"sync"
)

type link[T any] struct {
	value T
	next  *link[T]
	ready chan struct{}
}

// Stream has the last place only.
type Stream[T any] struct {
	mu   sync.Mutex
	tail *link[T]
}

// Reader is a place in the stream.
type Reader[T any] struct{ at *link[T] }

// New has nothing said yet.
func New[T any]() *Stream[T] { return &Stream[T]{tail: &link[T]{ready: make(chan struct{})}} }

// Say adds a value.
func (s *Stream[T]) Say(value T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := &link[T]{ready: make(chan struct{})}
	s.tail.value, s.tail.next = value, next
	close(s.tail.ready)
	s.tail = next
}

// Listen is a place from which all that is said from now on can be read.
func (s *Stream[T]) Listen() *Reader[T] {
	s.mu.Lock()
	defer s.mu.Unlock()
	return &Reader[T]{s.tail}
}

// Next waits for the next value.
func (r *Reader[T]) Next(ctx context.Context) (T, error) {
	select {
	case <-r.at.ready:
		value := r.at.value
		r.at = r.at.next
		return value, nil
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
