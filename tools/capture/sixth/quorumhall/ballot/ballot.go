// Package ballot says when a vote is due.
package ballot

import (
	"math/rand"
	"time"
)

// Clock runs out when no beat comes for a while, a different one for each group.
type Clock struct {
	timer *time.Timer
	rng   *rand.Rand
}

// NewClock runs from now on.
func NewClock(seed int64) *Clock {
	c := &Clock{rng: rand.New(rand.NewSource(seed))}
	c.timer = time.NewTimer(c.span())
	return c
}

func (c *Clock) span() time.Duration {
	return 8*time.Second + time.Duration(c.rng.Intn(4000))*time.Millisecond
}

// Due gets a moment when a vote is due.
func (c *Clock) Due() <-chan time.Time { return c.timer.C }

// Again begins anew.
func (c *Clock) Again() {
	if !c.timer.Stop() {
		select {
		case <-c.timer.C:
		default:
		}
	}
	c.timer.Reset(c.span())
}

// Stop ends it.
func (c *Clock) Stop() { c.timer.Stop() }
