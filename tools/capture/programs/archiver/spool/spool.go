// Package spool writes pages to disk before they are uploaded.
package spool

import (
	"fmt"
	"log"
	"os"
)

// Spool knows the pages by number.
type Spool struct{ pages map[int]*os.File }

// New returns an empty spool.
func New() *Spool { return &Spool{pages: map[int]*os.File{}} }

// Page writes page n to a temporary file.
func (s *Spool) Page(n int) int {
	f, err := os.CreateTemp("", "page")
	if err != nil {
		log.Print(err)
		return n
	}
	fmt.Fprintf(f, "page %d\n", n)
	s.pages[n] = f
	return n
}

// Upload sends page n and removes its file.
func (s *Spool) Upload(n int) {
	f, ok := s.pages[n]
	if !ok {
		return
	}
	if _, err := f.Seek(0, 0); err != nil {
		log.Print(err)
	}
	if err := os.Remove(f.Name()); err != nil {
		log.Print(err)
	}
}
