// Package promise has values that come later.
package promise

// Promise is resolved once.
type Promise[T any] struct {
	ready chan struct{}
	value T
}

// New is not resolved yet.
func New[T any]() *Promise[T] { return &Promise[T]{ready: make(chan struct{})} }

// Resolve gives the value.
func (p *Promise[T]) Resolve(value T) {
	p.value = value
	close(p.ready)
}

// Await waits for the value.
func (p *Promise[T]) Await() T {
	<-p.ready
	return p.value
}
