// Package seating knows who sits where.
package seating

import (
	"fmt"
	"sync"
)

// Guest has a seat.
type Guest struct {
	Name  string
	Table int
	Wants [6]int64
}

// Plan is one evening's.
type Plan struct {
	mu     sync.Mutex
	guests map[string]*Guest
}

// New is empty.
func New() *Plan { return &Plan{guests: make(map[string]*Guest)} }

// Seat seats n guests.
func (p *Plan) Seat(evening, part, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := 0; i < n; i++ {
		name := fmt.Sprintf("guest %d of part %d, evening %d", i, part, evening)
		p.guests[name] = &Guest{Name: name, Table: i % 40}
	}
}

// Clear sends all home and returns how many there were.
func (p *Plan) Clear() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := len(p.guests)
	for name := range p.guests {
		delete(p.guests, name)
	}
	return n
}
