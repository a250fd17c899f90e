// Package hub hands every published value to all subscribers.
package hub

import (
	"context"
	"sync"
	"time"
)

// Hub is a set of subscribers with room for a few undelivered values each.
type Hub[T any] struct {
	mu   sync.Mutex
	next int
	subs map[int]chan T
}

// New makes an empty hub.
func New[T any]() *Hub[T] { return &Hub[T]{subs: make(map[int]chan T)} }

// Subscribe calls handle for every value until ctx ends.
func (h *Hub[T]) Subscribe(ctx context.Context, handle func(T)) {
	h.mu.Lock()
	id, ch := h.next, make(chan T, 4)
	h.next++
	h.subs[id] = ch
	h.mu.Unlock()
	defer h.drop(id)
	for {
		select {
		case value := <-ch:
			handle(value)
		case <-ctx.Done():
			return
		}
	}
}

// Publish hands value to all subscribers that have room.
func (h *Hub[T]) Publish(value T) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, ch := range h.subs {
		select {
		case ch <- value:
		default:
		}
	}
}

// Every publishes what next returns at an interval until ctx ends.
func (h *Hub[T]) Every(ctx context.Context, interval time.Duration, next func() T) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			h.Publish(next())
		case <-ctx.Done():
			return
		}
	}
}

func (h *Hub[T]) drop(id int) {
	h.mu.Lock()
	delete(h.subs, id)
	h.mu.Unlock()
}
