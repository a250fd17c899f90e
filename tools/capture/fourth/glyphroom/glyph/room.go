// Package glyph draws glyphs, each once as long as somebody has it.
package glyph

import (
	"runtime"
	"sync"
	"unique"
	"weak"
)

// Glyph is drawn.
type Glyph struct {
	Name   unique.Handle[string]
	Bitmap [5 << 10]byte
}

// Room knows the glyphs that are in use.
type Room struct {
	mu    sync.Mutex
	drawn map[unique.Handle[string]]weak.Pointer[Glyph]
}

// NewRoom knows none.
func NewRoom() *Room { return &Room{drawn: make(map[unique.Handle[string]]weak.Pointer[Glyph])} }

// Draw returns the glyph of that name.
func (r *Room) Draw(name string) *Glyph {
	key := unique.Make(name)
	r.mu.Lock()
	defer r.mu.Unlock()
	if g := r.drawn[key].Value(); g != nil {
		return g
	}
	g := &Glyph{Name: key}
	for i := range g.Bitmap {
		g.Bitmap[i] = byte(i * len(name))
	}
	r.drawn[key] = weak.Make(g)
	runtime.AddCleanup(g, r.forget, key)
	return g
}

func (r *Room) forget(key unique.Handle[string]) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.drawn[key].Value() == nil {
		delete(r.drawn, key)
	}
}
