// Package hall keeps the latest events.
package hall

import "sync"

// Book is a ring.
type Book struct {
	mu    sync.Mutex
	lines []int
	at    int
}

// NewBook keeps so many.
func NewBook(lines int) *Book { return &Book{lines: make([]int, lines)} }

// Write adds events.
func (b *Book) Write(events []int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range events {
		b.lines[b.at%len(b.lines)] = e
		b.at++
	}
}
