// Package queue gives things out in the order they came, and lets one wait for them.
package queue

import (
	"errors"
	"sync"
	"time"
)

// ErrTimeout is told who waited in vain.
var ErrTimeout = errors.New("nothing came")

type waiter[T any] struct {
	ready chan struct{}
	batch []T
}

// Queue has things, or who waits for them.
type Queue[T any] struct {
	mu      sync.Mutex
	things  []T
	waiters []*waiter[T]
}

// Put adds a thing, and wakes who waits longest.
func (q *Queue[T]) Put(thing T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.things = append(q.things, thing)
	if len(q.waiters) > 0 {
		first := q.waiters[0]
		q.waiters = q.waiters[1:]
		first.batch = append(first.batch[:0], q.things...)
		q.things = q.things[:0]
		close(first.ready)
	}
}

// Poll gives all that is there, waiting for the first.
func (q *Queue[T]) Poll(patience time.Duration) ([]T, error) {
	q.mu.Lock()
	if len(q.things) > 0 {
		batch := append([]T(nil), q.things...)
		q.things = q.things[:0]
		q.mu.Unlock()
		return batch, nil
	}
	w := &waiter[T]{ready: make(chan struct{}), batch: make([]T, 0, 16)}
	q.waiters = append(q.waiters, w)
	q.mu.Unlock()
	select {
	case <-w.ready:
		return w.batch, nil
	case <-time.After(patience):
		return nil, ErrTimeout
	}
}
