// Package booking reserves seats.
package booking

import "gitlab.com/ferry/keyguard/exclusive"

// Desk takes reservations.
type Desk struct {
	keys  *exclusive.Keys
	taken int64
}

// NewDesk returns a desk that locks with keys.
func NewDesk(keys *exclusive.Keys) *Desk { return &Desk{keys: keys} }

// Reserve takes the seat.
func (d *Desk) Reserve(seat string) int {
	lock := d.keys.For(seat)
	lock.Lock()
	defer lock.Unlock()
	return len(seat)
}
