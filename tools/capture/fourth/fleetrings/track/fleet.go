// Package track has the tracks of cars.
package track

import (
	"fmt"
	"sync"
	"time"
)

// Position is where a car was.
type Position struct {
	At    time.Time
	Place string
	Trace []float32
}

type ring struct {
	mu   sync.Mutex
	last []*Position
	at   int
}

func (r *ring) add(p *Position) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last[r.at%len(r.last)] = p
	r.at++
}

// Fleet has a ring for each car.
type Fleet struct{ cars []*ring }

// NewFleet has so many cars and remembers so many positions of each.
func NewFleet(cars, positions int) *Fleet {
	f := &Fleet{}
	for i := 0; i < cars; i++ {
		r := &ring{last: make([]*Position, positions)}
		for j := 0; j < positions; j++ {
			r.add(locate(i, j))
		}
		f.cars = append(f.cars, r)
	}
	return f
}

// Move notes where a car is now, and perhaps its neighbours.
func (f *Fleet) Move(n int) {
	for i := 0; i < 1+n%3; i++ {
		car := (n*31 + i) % len(f.cars)
		f.cars[car].add(locate(car, n))
	}
}

func locate(car, n int) *Position {
	return &Position{At: time.Now(), Place: fmt.Sprintf("square %d of district %d", n%50, car%17), Trace: make([]float32, 100)}
}
