// Package arena hands out memory in slabs that are given back as a whole.
package arena

import "sync"

// Arena is one slab.
type Arena struct {
	slab []byte
	used int
}

// Take returns n bytes, or nil if the slab is used up.
func (a *Arena) Take(n int) []byte {
	if a.used+n > len(a.slab) {
		return nil
	}
	a.used += n
	return a.slab[a.used-n : a.used : a.used]
}

// Shelf keeps arenas that nobody uses.
type Shelf struct {
	size int

	mu   sync.Mutex
	free []*Arena
	made int
}

// NewShelf makes arenas of size.
func NewShelf(size int) *Shelf { return &Shelf{size: size} }

// Get returns an empty arena.
func (s *Shelf) Get() *Arena {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.free); n > 0 {
		a := s.free[n-1]
		s.free = s.free[:n-1]
		return a
	}
	s.made++
	return &Arena{slab: make([]byte, s.size)}
}

// Put takes an arena back.
func (s *Shelf) Put(a *Arena) {
	a.used = 0
	s.mu.Lock()
	defer s.mu.Unlock()
	s.free = append(s.free, a)
}
