// Package aggregate builds orders out of their events.
package aggregate

import "sync"

// Event is one thing that happened to an order.
type Event struct {
	Kind     string
	Sequence int
	Payload  [6]uint64
}

// Order is the state after all its events.
type Order struct {
	mu      sync.Mutex
	number  int
	state   string
	history []Event
}

// NewOrder returns order number n.
func NewOrder(n int) *Order { return &Order{number: n} }

// Apply moves the order on.
func (o *Order) Apply(e Event) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.history = append(o.history, e)
	o.state = e.Kind
}
