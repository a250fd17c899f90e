// Package topic has one list of subscribers for each instrument.
package topic

import "sync"

// Exchange knows who wants which instrument.
type Exchange struct {
	mu      sync.RWMutex
	members map[int][]chan float64
}

// NewExchange has no members.
func NewExchange() *Exchange { return &Exchange{members: map[int][]chan float64{}} }

// Join returns the prices of an instrument.
func (e *Exchange) Join(instrument int) <-chan float64 {
	prices := make(chan float64, 1)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.members[instrument] = append(e.members[instrument], prices)
	return prices
}

// Post gives a price to all who want it.
func (e *Exchange) Post(instrument int, price float64) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	for _, prices := range e.members[instrument] {
		prices <- price
	}
}
