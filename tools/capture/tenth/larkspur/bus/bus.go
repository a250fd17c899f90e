// Package bus carries events.
package bus

import "sync"

// Event is of a height.
type Event struct{ Height int }

// Bus has those who listen.
type Bus struct {
	mu   sync.Mutex
	outs []chan Event
}

// New has none.
func New() *Bus { return &Bus{} }

// Out is a channel of all events from now on.
func (b *Bus) Out() <-chan Event {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make(chan Event, 16)
	b.outs = append(b.outs, out)
	return out
}

// Publish brings event n.
func (b *Bus) Publish(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, out := range b.outs {
		select {
		case out <- Event{Height: n}:
		default:
		}
	}
}
