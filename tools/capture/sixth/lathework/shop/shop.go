// Package shop is the lathes and the shifts they work in.
package shop

import (
	"fmt"
	"log"
	"sync/atomic"

	"git.turnery.example/shop/lathework/shavings"
)

// Shop has some lathes.
type Shop struct {
	books  *shavings.Books
	lathes int
	shift  int64
}

// New has so many lathes.
func New(books *shavings.Books, lathes int) *Shop { return &Shop{books: books, lathes: lathes} }

// Turn is a piece of work.
func (s *Shop) Turn(n int) {
	name := fmt.Sprintf("lathe-%d/shift-%d.txt", n%s.lathes, atomic.LoadInt64(&s.shift))
	if err := s.books.Write(name, fmt.Sprintf("piece %d\n", n)); err != nil {
		log.Print(err)
	}
}

// Shift begins a shift and ends the one before the last.
func (s *Shop) Shift(n int) {
	atomic.StoreInt64(&s.shift, int64(n))
	for lathe := 0; lathe < s.lathes; lathe++ {
		s.books.End(fmt.Sprintf("lathe-%d/shift-%d.txt", lathe, n-2))
	}
}
