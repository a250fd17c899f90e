// Package pass finds out who guests are.
package pass

import (
	"fmt"
	"strings"
	"sync"

	"relay.nuthatch.example/events/nuthatch/guest"
)

// Desk knows the riddles that were asked and who answered.
type Desk struct {
	mu      sync.RWMutex
	riddles map[*guest.Guest]string
	known   map[*guest.Guest]bool
	asked   int
}

// NewDesk knows nobody.
func NewDesk() *Desk {
	return &Desk{riddles: make(map[*guest.Guest]string), known: make(map[*guest.Guest]bool)}
}

// Ask makes a riddle for a guest.
func (d *Desk) Ask(g *guest.Guest) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.asked++
	riddle := fmt.Sprintf("%08x", d.asked*2654435761)
	d.riddles[g] = riddle
	return riddle
}

// Answer looks at what a guest said.
func (d *Desk) Answer(g *guest.Guest, text string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.riddles[g] != strings.TrimSpace(text) {
		return false
	}
	delete(d.riddles, g)
	d.known[g] = true
	return true
}

// Forget is for known guests who go.
func (d *Desk) Forget(g *guest.Guest) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.known, g)
}
