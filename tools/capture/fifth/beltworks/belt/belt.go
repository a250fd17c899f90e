// Package belt is one belt.
package belt

import "sync"

// Belt carries parts in the order in which they were put there.
type Belt[P any] struct {
	mu       sync.Mutex
	parts    []P
	load     int
	limit    int
	weigh    func(P) int
	overload func()
}

// New is an empty belt that carries up to limit; what is too much for it falls off at its end.
func New[P any](limit int, weigh func(P) int) *Belt[P] {
	b := &Belt[P]{limit: limit, weigh: weigh}
	b.overload = func() { b.Unload(len(b.parts)) }
	return b
}

// Put lays a part on the belt.
func (b *Belt[P]) Put(part P) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.parts = append(b.parts, part)
	b.load += b.weigh(part)
	if b.load > b.limit {
		b.overload()
	}
}

// Unload takes up to n parts off, the oldest first.
func (b *Belt[P]) Unload(n int) []P {
	b.mu.Lock()
	defer b.mu.Unlock()
	if n > len(b.parts) {
		n = len(b.parts)
	}
	taken := append([]P(nil), b.parts[:n]...)
	b.parts = append(b.parts[:0], b.parts[n:]...)
	for _, part := range taken {
		b.load -= b.weigh(part)
	}
	return taken
}

// Weight is what lies on the belt.
func (b *Belt[P]) Weight() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.load
}
