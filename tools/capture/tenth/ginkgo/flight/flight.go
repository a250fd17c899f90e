// Package flight does for many what one asked for.
package flight

import "sync"

type call[T any] struct {
	done  sync.WaitGroup
	value T
}

// Flights are on their way.
type Flights[T any] struct {
	mu    sync.Mutex
	calls map[string]*call[T]
}

// New has none.
func New[T any]() *Flights[T] { return &Flights[T]{calls: make(map[string]*call[T])} }

// Do calls load unless it is being called for the key.
func (f *Flights[T]) Do(key string, load func() T) T {
	f.mu.Lock()
	if c, found := f.calls[key]; found {
		f.mu.Unlock()
		c.done.Wait()
		return c.value
	}
	c := &call[T]{}
	c.done.Add(1)
	f.calls[key] = c
	f.mu.Unlock()
	c.value = load()
	f.mu.Lock()
	delete(f.calls, key)
	f.mu.Unlock()
	c.done.Done()
	return c.value
}
