// Package push delivers to devices.
package push

import (
	"errors"
	"sync/atomic"
	"time"
)

var (
	errBusy = errors.New("busy")
	errGone = errors.New("unregistered")
)

// Pusher counts what arrived.
type Pusher struct{ arrived atomic.Int64 }

// NewPusher has pushed nothing.
func NewPusher() *Pusher { return &Pusher{} }

// Push delivers in the background.
func (p *Pusher) Push(device int) { go p.persist(device) }

func (p *Pusher) persist(device int) {
	pause := 50 * time.Millisecond
	for attempt := 0; p.try(device, attempt) != nil; attempt++ {
		time.Sleep(pause)
		pause = min(2*pause, 3*time.Second)
	}
	p.arrived.Add(1)
}

func (p *Pusher) try(device, attempt int) error {
	switch {
	case device%43 == 21:
		return errGone
	case device%7 == 3 && attempt < 2:
		return errBusy
	}
	return nil
}
