// Package weigh is a semaphore with weights that serves in order.
package weigh

import (
	"container/list"
	"context"
	"sync"
)

type waiter struct {
	weight int
	ready  chan struct{}
}

// Scale holds so much at a time.
type Scale struct {
	mu      sync.Mutex
	free    int
	waiters list.List
}

// NewScale holds size.
func NewScale(size int) *Scale { return &Scale{free: size} }

// Acquire waits until weight is free or the context ends.
func (s *Scale) Acquire(ctx context.Context, weight int) error {
	s.mu.Lock()
	if s.free >= weight && s.waiters.Len() == 0 {
		s.free -= weight
		s.mu.Unlock()
		return nil
	}
	w := waiter{weight: weight, ready: make(chan struct{})}
	at := s.waiters.PushBack(w)
	s.mu.Unlock()
	select {
	case <-w.ready:
		return nil
	case <-ctx.Done():
		s.mu.Lock()
		s.waiters.Remove(at)
		s.mu.Unlock()
		return ctx.Err()
	}
}

// Release gives weight back and wakes who fits.
func (s *Scale) Release(weight int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.free += weight
	for first := s.waiters.Front(); first != nil; first = s.waiters.Front() {
		w := first.Value.(waiter)
		if w.weight > s.free {
			return
		}
		s.free -= w.weight
		s.waiters.Remove(first)
		close(w.ready)
	}
}
