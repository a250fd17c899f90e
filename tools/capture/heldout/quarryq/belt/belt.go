// Package belt is a queue that makes its readers wait.
package belt

import "sync"

// Belt has things on it.
type Belt[T any] struct {
	mu     sync.Mutex
	filled *sync.Cond
	items  []T
	closed bool
}

// New is empty.
func New[T any]() *Belt[T] {
	b := &Belt[T]{}
	b.filled = sync.NewCond(&b.mu)
	return b
}

// Put adds an item.
func (b *Belt[T]) Put(item T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.items = append(b.items, item)
	b.filled.Signal()
}

// Take returns the first item, or false after Close.
func (b *Belt[T]) Take() (item T, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 {
		if b.closed {
			return item, false
		}
		b.filled.Wait()
	}
	item = b.items[0]
	b.items = b.items[1:]
	return item, true
}

// Close ends all Takes.
func (b *Belt[T]) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	b.filled.Signal()
}
