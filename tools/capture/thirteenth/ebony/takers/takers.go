// Package takers are who wants the news.
package takers

import (
	"sync/atomic"
	"time"

	"github.com/docker/go-events"
)

// Taker takes a while for each.
type Taker struct {
	pace  time.Duration
	taken atomic.Int64
}

// New is a taker with its pace.
func New(pace time.Duration) *Taker { return &Taker{pace: pace} }

// Write takes one.
func (t *Taker) Write(events.Event) error {
	time.Sleep(t.pace)
	t.taken.Add(1)
	return nil
}

// Close does nothing.
func (t *Taker) Close() error { return nil }
