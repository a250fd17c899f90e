// Package clerk files results.
package clerk

import (
	"sync/atomic"
	"time"

	"github.com/docker/go-events"
)

// Clerk needs a while for each, and may be away at first.
type Clerk struct {
	pace  time.Duration
	back  time.Time
	filed atomic.Int64
}

// New is a clerk who is away for a time.
func New(pace, away time.Duration) *Clerk { return &Clerk{pace: pace, back: time.Now().Add(away)} }

// Write files one.
func (c *Clerk) Write(events.Event) error {
	if away := time.Until(c.back); away > 0 {
		time.Sleep(away)
	}
	time.Sleep(c.pace)
	c.filed.Add(1)
	return nil
}

// Close does nothing.
func (c *Clerk) Close() error { return nil }
