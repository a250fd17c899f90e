// Package library has the books that were asked for last.
package library

import "fmt"

// Book is one.
type Book struct {
	Title, Author string
	Notes         []byte
}

// Library is a ring of books.
type Library struct {
	ring []*Book
}

// New has room for n.
func New(n int) *Library { return &Library{ring: make([]*Book, n)} }

var nouns = []string{"river", "garden", "winter", "harbour", "letters", "orchard", "stranger", "daughter"}

// Get loads book n in the place of one asked for long ago.
func (l *Library) Get(n int) *Book {
	b := &Book{
		Title:  fmt.Sprintf("the %s of %s%d", nouns[n%8], nouns[n/8%8], n),
		Author: fmt.Sprintf("author %d", n%700),
		Notes:  make([]byte, 1800),
	}
	l.ring[n%len(l.ring)] = b
	return b
}
