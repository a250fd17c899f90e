// Package cart is one shopping cart.
package cart

import (
	"sync/atomic"

	"go.offcut.example/carts/offcut/keyed"
)

// Change is something put in or taken out.
type Change struct {
	Item  string
	Count int
}

var opened, closed atomic.Int64

// Cart has items.
type Cart struct {
	key   string
	items map[string]int
	notes [40][64]byte
	at    int
}

// Open begins an empty one.
func Open(key string) keyed.Actor[Change] {
	opened.Add(1)
	return &Cart{key: key, items: make(map[string]int)}
}

// Handle makes a change.
func (c *Cart) Handle(change Change) {
	c.items[change.Item] += change.Count
	if c.items[change.Item] <= 0 {
		delete(c.items, change.Item)
	}
	copy(c.notes[c.at%len(c.notes)][:], change.Item)
	c.at++
}

// Stop puts it away.
func (c *Cart) Stop() { closed.Add(1) }
