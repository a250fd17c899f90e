// Package glyphs draws glyphs, once as long as somebody has them.
package glyphs

import (
	"runtime"
	"sync"
	"unique"
	"weak"
)

// Name is a glyph's name.
type Name = unique.Handle[string]

// Glyph is drawn.
type Glyph struct {
	Name    Name
	Outline [600]byte
}

// Set has weak pointers.
type Set struct {
	mu    sync.Mutex
	known map[Name]weak.Pointer[Glyph]
}

// New is empty.
func New() *Set { return &Set{known: make(map[Name]weak.Pointer[Glyph])} }

// Get returns a glyph, drawn if nobody has it.
func (s *Set) Get(text string) *Glyph {
	name := unique.Make(text)
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, found := s.known[name]; found {
		if g := p.Value(); g != nil {
			return g
		}
	}
	g := &Glyph{Name: name}
	for i := range g.Outline {
		g.Outline[i] = byte(i * len(text))
	}
	s.known[name] = weak.Make(g)
	runtime.AddCleanup(g, s.forget, name)
	return g
}

func (s *Set) forget(name Name) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, found := s.known[name]; found && p.Value() == nil {
		delete(s.known, name)
	}
}

// Len is how many are known.
func (s *Set) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.known)
}
