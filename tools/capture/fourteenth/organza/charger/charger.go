// Package charger has chargers with what they say of themselves.
package charger

import (
	"context"
	"fmt"
	"time"

	"go.drapery.example/loom/start"

	"git.loadpoint.example/power/organza/bus"
	"git.loadpoint.example/power/organza/gauge"
)

// State is what a charger says.
type State struct {
	Amperes [3]float64
	History [300]float32
	Text    string
}

// Charger is one.
type Charger struct {
	number int
	turn   int
	amps   float64
	state  func() (*State, error)
}

// New is charger n.
func New(n int) *Charger {
	c := &Charger{number: n}
	c.reset()
	return c
}

// reset has the state read anew when it is wanted next.
func (c *Charger) reset() {
	c.state = gauge.Cached(c.read, 2*time.Second)
}

func (c *Charger) read() (*State, error) {
	s := &State{Text: fmt.Sprintf("charger %d, turn %d", c.number, c.turn)}
	for i := range s.Amperes {
		s.Amperes[i] = c.amps / float64(i+1)
	}
	return s, nil
}

// Set changes how much is loaded.
func (c *Charger) Set(amps float64) error {
	c.amps = amps
	c.turn++
	c.reset()
	_, err := c.state()
	return err
}

// Yard has so many chargers, which are set perSecond times together.
func Yard(ctx context.Context, chargers int, perSecond float64) {
	yard := make([]*Charger, chargers)
	for i := range yard {
		yard[i] = New(i)
	}
	start.Beat(ctx, perSecond, func(n int) { _ = yard[n%chargers].Set(6 + float64(n%26)) })
	start.Beat(ctx, 0.05, func(int) { bus.Default.Tell(gauge.Forget) })
}
