// Package rooms is who hears whom.
package rooms

import "sync"

// Seat is a place in a room.
type Seat struct{ heard chan string }

// Heard brings what is said.
func (s *Seat) Heard() <-chan string { return s.heard }

// Rooms has seats by room.
type Rooms struct {
	mu    sync.Mutex
	seats map[string]map[*Seat]bool
}

// New is empty.
func New() *Rooms { return &Rooms{seats: make(map[string]map[*Seat]bool)} }

// Enter takes a seat.
func (r *Rooms) Enter(room string) *Seat {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.seats[room] == nil {
		r.seats[room] = make(map[*Seat]bool)
	}
	s := &Seat{heard: make(chan string, 16)}
	r.seats[room][s] = true
	return s
}

// Leave gives it up.
func (r *Rooms) Leave(room string, s *Seat) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.seats[room], s)
	close(s.heard)
}

// Say is heard in the whole room by all who are not too slow.
func (r *Rooms) Say(room, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for s := range r.seats[room] {
		select {
		case s.heard <- text:
		default:
		}
	}
}
