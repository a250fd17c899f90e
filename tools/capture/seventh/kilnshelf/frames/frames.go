// Package frames renders.
package frames

import (
	"sync/atomic"
	"time"

	"code.pottersfield.example/render/kilnshelf/arena"
)

// Studio renders into arenas.
type Studio struct {
	shelf *arena.Shelf
	sum   uint64
}

// New takes arenas from shelf.
func New(shelf *arena.Shelf) *Studio { return &Studio{shelf: shelf} }

// Render takes four tenths of a second.
func (s *Studio) Render(n int) {
	a := s.shelf.Get()
	defer s.shelf.Put(a)
	for layer := 0; layer < 4; layer++ {
		pixels := a.Take(48 << 10)
		for i := 0; i < len(pixels); i += 128 {
			pixels[i] = byte(n + layer + i)
		}
		atomic.AddUint64(&s.sum, uint64(pixels[128]))
		time.Sleep(100 * time.Millisecond)
	}
}
