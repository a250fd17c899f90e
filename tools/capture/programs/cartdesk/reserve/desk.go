// Package reserve holds stock for carts.
package reserve

import "sync"

type reservation struct {
	cart  string
	lines [60]int32
}

// Desk knows the reservations in force.
type Desk struct {
	mu   sync.Mutex
	held map[string]*reservation
}

// NewDesk holds nothing.
func NewDesk() *Desk { return &Desk{held: map[string]*reservation{}} }

// Reserve holds stock for a cart.
func (d *Desk) Reserve(cart string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.held[cart] = &reservation{cart: cart}
}

// Release gives the stock of a cart back.
func (d *Desk) Release(cart string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.held, cart)
}
