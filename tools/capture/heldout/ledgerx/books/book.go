// Package books keeps the balance.
package books

import (
	"sync"
	"time"
)

// Noter takes notes of postings.
type Noter interface{ Note(cents int) }

// Book has one balance.
type Book struct {
	mu      sync.Mutex
	balance int
	notes   Noter
}

// NewBook notes its postings.
func NewBook(notes Noter) *Book { return &Book{notes: notes} }

// Post changes the balance.
func (b *Book) Post(cents int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.balance += cents
	time.Sleep(4 * time.Millisecond)
	b.notes.Note(cents)
}

// Balance reads the balance.
func (b *Book) Balance() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.balance
}
