// Package seen knows which documents were there before.
package seen

import "sync"

// Set has a line for each document of each partner.
type Set struct {
	mu    sync.Mutex
	lines map[string]map[string]struct{}
	known int
}

// New has seen nothing.
func New() *Set { return &Set{lines: make(map[string]map[string]struct{})} }

// Add says whether a document is new.
func (s *Set) Add(partner, document string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	of := s.lines[partner]
	if of == nil {
		of = make(map[string]struct{})
		s.lines[partner] = of
	}
	if _, again := of[document]; again {
		return false
	}
	of[document] = struct{}{}
	s.known++
	return true
}
