// Package bus hands events to whoever subscribed.
package bus

import "sync"

// Event is published.
type Event struct {
	Kind string
	Seq  int
}

// Token names a subscription.
type Token int

// Bus has subscribers.
type Bus struct {
	sync.RWMutex
	next  Token
	boxes map[Token]chan Event
}

// New has no subscribers.
func New() *Bus { return &Bus{boxes: map[Token]chan Event{}} }

// Subscribe returns a channel of all events from now on.
func (b *Bus) Subscribe() (Token, <-chan Event) {
	b.Lock()
	defer b.Unlock()
	b.next++
	b.boxes[b.next] = make(chan Event, 16)
	return b.next, b.boxes[b.next]
}

// Cancel ends a subscription.
func (b *Bus) Cancel(t Token) {
	b.Lock()
	defer b.Unlock()
	delete(b.boxes, t)
}

// Publish never waits: a full box misses the event.
func (b *Bus) Publish(e Event) {
	b.RLock()
	defer b.RUnlock()
	for _, box := range b.boxes {
		select {
		case box <- e:
		default:
		}
	}
}
