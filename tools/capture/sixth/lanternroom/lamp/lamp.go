// Package lamp is a light that can be turned.
package lamp

import "sync"

// Lamp has a wick of some height.
type Lamp struct {
	mu   sync.Mutex
	wick int
}

// Row is so many lamps.
func Row(lamps int) []*Lamp {
	row := make([]*Lamp, lamps)
	for i := range row {
		row[i] = &Lamp{wick: 4}
	}
	return row
}

// Turn sets the wick.
func (l *Lamp) Turn(to int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wick = to
}
