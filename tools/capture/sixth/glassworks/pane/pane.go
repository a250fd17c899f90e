// Package pane is glass of a size.
package pane

import (
	"runtime"
	"sync/atomic"
)

// Racks is how many places in the racks are taken.
var Racks int64

// Pane is one sheet.
type Pane struct {
	surface []byte
	cutter  *Cutter
}

// Cutter works on one pane.
type Cutter struct {
	pane *Pane
	cuts []int
}

// New takes a place in the racks, which is free again when nobody has the pane any more.
func New(width, height int) *Pane {
	p := &Pane{surface: make([]byte, width*height)}
	p.cutter = &Cutter{pane: p, cuts: make([]int, 0, 8)}
	atomic.AddInt64(&Racks, 1)
	runtime.SetFinalizer(p, (*Pane).free)
	return p
}

func (p *Pane) free() { atomic.AddInt64(&Racks, -1) }

// Cut cuts at a place.
func (p *Pane) Cut(at int) { p.cutter.cut(at) }

func (c *Cutter) cut(at int) {
	c.cuts = append(c.cuts, at)
	c.pane.surface[at%len(c.pane.surface)] = '|'
}

// Pieces is how many pieces the pane is in.
func (p *Pane) Pieces() int { return len(p.cutter.cuts) + 1 }
