// Package page has the pages that are open.
package page

import (
	"sync"

	"git.letterforge.example/fonts/glyphroom/glyph"
)

// Page has glyphs.
type Page struct{ Glyphs []*glyph.Glyph }

// Stack has the last pages.
type Stack struct {
	mu    sync.Mutex
	pages []*Page
	at    int
}

// NewStack has room for n pages.
func NewStack(n int) *Stack { return &Stack{pages: make([]*Page, n)} }

// Push lays a page on the stack; the lowest falls off.
func (s *Stack) Push(p *Page) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[s.at%len(s.pages)] = p
	s.at++
}
