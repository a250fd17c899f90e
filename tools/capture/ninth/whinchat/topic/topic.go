// Package topic sends values of one type to who joined.
package topic

import "sync"

// Topic has lines; a value that has no room in a line is not sent there.
type Topic[T any] struct {
	mu    sync.Mutex
	lines []chan T
}

// New has no lines.
func New[T any]() *Topic[T] { return &Topic[T]{} }

// Join adds a line.
func (t *Topic[T]) Join(room int) <-chan T {
	t.mu.Lock()
	defer t.mu.Unlock()
	line := make(chan T, room)
	t.lines = append(t.lines, line)
	return line
}

// Leave takes a line out.
func (t *Topic[T]) Leave(line <-chan T) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, other := range t.lines {
		if other == line {
			last := len(t.lines) - 1
			t.lines[i], t.lines[last] = t.lines[last], nil
			t.lines = t.lines[:last]
			return
		}
	}
}

// Send sends a value to all.
func (t *Topic[T]) Send(value T) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, line := range t.lines {
		select {
		case line <- value:
		default:
		}
	}
}
