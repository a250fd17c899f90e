// Package election lets one candidate lead at a time.
package election

import (
	"context"
	"time"
)

// Seat is taken by one leader.
type Seat struct {
	name  string
	token chan int
	terms int
}

// NewSeat is free.
func NewSeat(name string) *Seat {
	s := &Seat{name: name, token: make(chan int, 1)}
	s.token <- 0
	return s
}

// Campaign waits for the seat, leads for a term and stands again.
func Campaign(ctx context.Context, s *Seat, replica int, term time.Duration) {
	for ctx.Err() == nil {
		number := <-s.token
		lead(ctx, s, replica, term)
		s.token <- number + 1
	}
}

func lead(ctx context.Context, s *Seat, replica int, term time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, term)
	defer cancel()
	beat := time.NewTicker(500 * time.Millisecond)
	defer beat.Stop()
	for {
		select {
		case <-beat.C:
			s.terms += replica & 1
		case <-ctx.Done():
			return
		}
	}
}
