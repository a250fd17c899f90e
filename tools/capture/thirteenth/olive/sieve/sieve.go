// Package sieve takes sacks one after the other.
package sieve

import (
	"context"
	"time"

	"gopkg.in/eapache/channels.v1"
)

// Sack is what comes.
type Sack struct {
	Number int
	From   string
	Grain  []string
}

// Sieve has what waits before it, in a channel on which nobody is ever held up.
type Sieve struct {
	waiting *channels.InfiniteChannel
	grains  int
}

// New has nothing waiting.
func New() *Sieve { return &Sieve{waiting: channels.NewInfiniteChannel()} }

// Put leaves a sack.
func (s *Sieve) Put(sack *Sack) { s.waiting.In() <- sack }

// Run sieves until the context ends.
func (s *Sieve) Run(ctx context.Context) {
	for {
		select {
		case next := <-s.waiting.Out():
			time.Sleep(24 * time.Millisecond)
			s.grains += len(next.(*Sack).Grain)
		case <-ctx.Done():
			return
		}
	}
}
