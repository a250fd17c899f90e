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
	text := make([]byte, 0, 48<<10)
	for i := 0; i < 700; i++ {
		text = append(text, fmt.Sprintf("page %d line %d of the archive's table of contents\n", n, i)...)
	}
	if _, err := f.Write(text); err != nil {
		log.Print(err)
	}
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
