// Package hall has seats.
package hall

import "sync"

type seat struct{ taken, broken bool }

// Hall is locked while its seats change.
type Hall struct {
	sync.Mutex
	number int
	seats  []seat
	next   int
}

// New has n seats; seat 5 of hall 17 has no cushion.
func New(number, n int) *Hall {
	h := &Hall{number: number, seats: make([]seat, n)}
	if number == 17 {
		h.seats[5].broken = true
	}
	return h
}

// Free names a seat that may be held.
func (h *Hall) Free() (int, bool) {
	h.Lock()
	defer h.Unlock()
	h.next = (h.next + 1) % len(h.seats)
	return h.next, !h.seats[h.next].taken
}

// Hold takes a seat.
func (h *Hall) Hold(n int) bool {
	h.Lock()
	if h.seats[n].broken {
		return false
	}
	ok := !h.seats[n].taken
	h.seats[n].taken = true
	h.Unlock()
	return ok
}

// Release gives a seat back.
func (h *Hall) Release(n int) {
	h.Lock()
	defer h.Unlock()
	h.seats[n].taken = false
}
