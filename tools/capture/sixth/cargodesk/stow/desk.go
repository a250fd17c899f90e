// Package stow puts freight into holds.
package stow

import (
	"errors"
	"log"
	"sync"
	"time"

	"example.com/lib/parallel"

	"git.quayside.example/freight/cargodesk/manifest"
)

var errFull = errors.New("stow: hold is full")

type hold struct {
	mu    sync.Mutex
	taken int
}

// Desk knows all holds.
type Desk struct{ holds []hold }

// NewDesk has so many holds.
func NewDesk(holds int) *Desk { return &Desk{holds: make([]hold, holds)} }

// Accept stows a manifest, three pieces at a time.
func (d *Desk) Accept(m *manifest.Manifest) {
	if err := parallel.Each(m.Pieces, 3, d.stow); err != nil {
		log.Printf("ship %d: %v", m.Ship, err)
	}
}

func (d *Desk) stow(p manifest.Piece) error {
	time.Sleep(time.Duration(5+p.Weight/8) * time.Millisecond)
	if p.Number/9%7 == 3 && p.Weight > 90 {
		return errFull
	}
	h := &d.holds[p.Hold]
	h.mu.Lock()
	defer h.mu.Unlock()
	h.taken += p.Weight
	return nil
}
