// Package signal has boards on which signals of one type are raised.
package signal

import "sync"

// Board has followers by signal.
type Board[T any] struct {
	mu        sync.RWMutex
	followers map[string][]chan T
	raised    map[string]int
}

// NewBoard has none.
func NewBoard[T any]() *Board[T] {
	return &Board[T]{followers: make(map[string][]chan T), raised: make(map[string]int)}
}

// Follow returns what a signal comes on.
func (b *Board[T]) Follow(name string) <-chan T {
	b.mu.Lock()
	defer b.mu.Unlock()
	line := make(chan T, 1)
	b.followers[name] = append(b.followers[name], line)
	return line
}

// Raise gives a value to all who follow a signal and have room.
func (b *Board[T]) Raise(name string, value T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.raised[name]++
	for _, line := range b.followers[name] {
		select {
		case line <- value:
		default:
		}
	}
}

// Close ends all.
func (b *Board[T]) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for name, lines := range b.followers {
		for _, line := range lines {
			close(line)
		}
		delete(b.followers, name)
	}
}
