// Package lane forwards packets and rests after each burst.
package lane

import (
	"context"
	"time"
)

// Lane is one queue with a budget.
type Lane struct {
	id        int
	packets   chan []byte
	forwarded int
}

// New makes a lane.
func New(id int) *Lane { return &Lane{id: id, packets: make(chan []byte, 10)} }

// Fill produces packets until ctx ends.
func (l *Lane) Fill(ctx context.Context) {
	for {
		select {
		case l.packets <- make([]byte, 512):
		case <-ctx.Done():
			return
		}
	}
}

// Forward forwards until ctx ends; after a burst the packet case is off until the pause is over.
func (l *Lane) Forward(ctx context.Context) {
	packets := l.packets
	var resume <-chan time.Time
	for {
		select {
		case <-packets:
			l.forwarded++
			if l.forwarded%20 == 0 {
				packets, resume = nil, time.After(time.Duration(500+l.id*20)*time.Millisecond)
			}
		case <-resume:
			packets, resume = l.packets, nil
		case <-ctx.Done():
			return
		}
	}
}
