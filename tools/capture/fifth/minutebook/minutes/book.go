// Package minutes is a book whose oldest pages are torn out.
package minutes

import "sync"

// Entry is a motion and how everybody voted.
type Entry struct {
	Number int
	Votes  [200]uint64
	book   *Book
	next   *Entry
}

// Book keeps the last entries.
type Book struct {
	mu    sync.Mutex
	first *Entry
	last  *Entry
	size  int
	limit int
}

// NewBook keeps limit entries.
func NewBook(limit int) *Book { return &Book{limit: limit} }

// Write adds an entry.
func (b *Book) Write(n int) {
	entry := &Entry{Number: n, book: b}
	for i := range entry.Votes {
		entry.Votes[i] = uint64(n + i)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.last == nil {
		b.first = entry
	} else {
		b.last.next = entry
	}
	b.last = entry
	if b.size++; b.size > b.limit {
		b.first = b.first.next
		b.size--
	}
}

// Last is the newest entry.
func (b *Book) Last() *Entry {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.last
}

// Next is the entry after e, or nil.
func (e *Entry) Next() *Entry {
	e.book.mu.Lock()
	defer e.book.mu.Unlock()
	return e.next
}
