// Package watch hands on events in the order in which they came.
package watch

import (
	"context"
	"sync"
	"time"
)

// Event says that an object changed.
type Event struct {
	Object  int
	Version int
	Body    [256]byte
}

// Source makes events and gives them to all relays.
type Source struct {
	pause time.Duration

	mu     sync.Mutex
	relays map[*Relay]bool
}

// NewSource makes an event every pause.
func NewSource(pause time.Duration) *Source {
	return &Source{pause: pause, relays: make(map[*Relay]bool)}
}

// Run makes events until ctx ends.
func (s *Source) Run(ctx context.Context) {
	for n := 0; ctx.Err() == nil; n++ {
		time.Sleep(s.pause)
		s.mu.Lock()
		for r := range s.relays {
			r.take(Event{Object: n % 40, Version: n})
		}
		s.mu.Unlock()
	}
}

// Watch starts a relay.
func (s *Source) Watch() *Relay {
	r := &Relay{source: s, events: make(chan Event), stopped: make(chan struct{}), tickets: newTicketer()}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.relays[r] = true
	return r
}
