// Package belt is a queue that grows and shrinks.
package belt

import "sync"

// Belt has things in the order they came, in a ring.
type Belt[T any] struct {
	mu     sync.Mutex
	some   *sync.Cond
	ring   []T
	head   int
	length int
}

// New is an empty belt.
func New[T any]() *Belt[T] {
	b := &Belt[T]{ring: make([]T, 16)}
	b.some = sync.NewCond(&b.mu)
	return b
}

// Put puts a thing at the end.
func (b *Belt[T]) Put(thing T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.length == len(b.ring) {
		b.resize(2 * b.length)
	}
	b.ring[(b.head+b.length)%len(b.ring)] = thing
	b.length++
	b.some.Signal()
}

// Take takes the thing at the front, when there is one.
func (b *Belt[T]) Take() T {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.length == 0 {
		b.some.Wait()
	}
	var none T
	thing := b.ring[b.head]
	b.ring[b.head] = none
	b.head = (b.head + 1) % len(b.ring)
	b.length--
	if len(b.ring) > 16 && b.length <= len(b.ring)/4 {
		b.resize(len(b.ring) / 2)
	}
	return thing
}

func (b *Belt[T]) resize(n int) {
	next := make([]T, n)
	for i := 0; i < b.length; i++ {
		next[i] = b.ring[(b.head+i)%len(b.ring)]
	}
	b.ring, b.head = next, 0
}
