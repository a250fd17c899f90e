// Package slots lets few requests in at a time.
package slots

import "time"

type token struct{}

// Breaker has slots and places to wait.
type Breaker struct {
	pending chan token
	active  chan token
}

// Maybe runs the work when there is a place to wait for a slot.
func (b *Breaker) Maybe(work func()) bool {
	select {
	case b.pending <- token{}:
		b.active <- token{}
		defer func() { <-b.active; <-b.pending }()
		work()
		return true
	default:
		return false
	}
}

var breaker = &Breaker{pending: make(chan token, 60), active: make(chan token, 4)}

// Run asks once.
func Run(int) {
	breaker.Maybe(func() { time.Sleep(250 * time.Millisecond) })
}
