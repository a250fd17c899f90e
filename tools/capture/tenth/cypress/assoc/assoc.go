// Package assoc is one association with its state.
package assoc

import (
	"fmt"
	"sync"
)

// Class is the kind of a message.
type Class int

// Message is what comes.
type Message struct {
	Class  Class
	Number int
}

// Association has a state.
type Association struct {
	mu     sync.Mutex
	number int
	state  int
	seen   [5]int
}

// New has no state.
func New(number int) *Association { return &Association{number: number} }

// Handle changes the state.
func (a *Association) Handle(m Message) error {
	a.mu.Lock()
	next, err := a.transition(m)
	if err != nil {
		return fmt.Errorf("association %d: %w", a.number, err)
	}
	a.state = next
	a.seen[next]++
	a.mu.Unlock()
	return nil
}

// Snapshot is the state now.
func (a *Association) Snapshot() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.state
}

func (a *Association) transition(m Message) (int, error) {
	if m.Class > 4 {
		return 0, fmt.Errorf("class %d of message %d", m.Class, m.Number)
	}
	return (a.state + int(m.Class)) % len(a.seen), nil
}
