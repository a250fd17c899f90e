// Package survey is trips into the marsh.
package survey

import (
	"context"
	"sync/atomic"
	"time"

	"go.saltmarsh.example/field/saltmarsh/station"
)

// Trip takes notes of the water until it ends.
type Trip struct {
	number int
	ended  int32
	notes  []int
}

// Surveyor begins trips.
type Surveyor struct {
	gauge    *station.Station
	reminded int64
}

// New surveys by a gauge.
func New(gauge *station.Station) *Surveyor { return &Surveyor{gauge: gauge} }

// Begin starts a trip.
func (s *Surveyor) Begin(ctx context.Context, number int) *Trip {
	trip := newTrip(number)
	s.gauge.OnReading(func(level int) {
		if atomic.LoadInt32(&trip.ended) == 0 {
			trip.notes[level] = level
		}
	})
	go s.remind(ctx, trip)
	return trip
}

func newTrip(number int) *Trip { return &Trip{number: number, notes: make([]int, 2048)} }

// End ends a trip.
func (t *Trip) End() { atomic.StoreInt32(&t.ended, 1) }

func (s *Surveyor) remind(ctx context.Context, trip *Trip) {
	clock := time.NewTicker(5 * time.Second)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
			if atomic.LoadInt32(&trip.ended) == 0 {
				atomic.AddInt64(&s.reminded, 1)
			}
		case <-ctx.Done():
			return
		}
	}
}
