// Package route follows a ship from one dock to the next.
package route

import "time"

// Leg is the way between two docks.
type Leg struct {
	id       int
	deadline <-chan time.Time
	arrival  chan struct{}
	cargo    [1024]byte
	late     bool
}

// NewLeg plans a leg; not every leg has a deadline, and not every leg ends at a dock.
func NewLeg(id int) *Leg {
	leg := &Leg{id: id}
	if id%4 != 1 {
		leg.deadline = time.After(2 * time.Second)
	}
	if id%5 != 2 && id%7 != 3 {
		leg.arrival = make(chan struct{})
	}
	return leg
}

// Start follows the leg in the background.
func (l *Leg) Start() {
	go l.await()
	if l.arrival != nil {
		go l.sail()
	}
}

func (l *Leg) await() {
	select {
	case <-l.arrival:
	case <-l.deadline:
		l.late = true
	}
	l.cargo[0]++
}

func (l *Leg) sail() {
	time.Sleep(time.Duration(100+l.id%900) * time.Millisecond)
	close(l.arrival)
}
