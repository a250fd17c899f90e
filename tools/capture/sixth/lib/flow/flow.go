// Package flow reads a source ahead of whoever wants its items.
package flow

import "sync"

// Source has items, one after the other.
type Source[T any] interface {
	Next() (item T, more bool)
}

// Stream is a source that is being read.
type Stream[T any] struct {
	items chan T
	quit  chan struct{}
	once  sync.Once
}

// Follow starts to read a source. Stop ends that.
func Follow[T any](source Source[T]) *Stream[T] {
	s := &Stream[T]{items: make(chan T), quit: make(chan struct{})}
	go s.pump(source)
	return s
}

// Items is closed after the last item.
func (s *Stream[T]) Items() <-chan T { return s.items }

// Stop may be called more than once.
func (s *Stream[T]) Stop() { s.once.Do(func() { close(s.quit) }) }

func (s *Stream[T]) pump(source Source[T]) {
	defer close(s.items)
	for {
		item, more := source.Next()
		if !more {
			return
		}
		select {
		case s.items <- item:
		case <-s.quit:
			return
		}
	}
}
