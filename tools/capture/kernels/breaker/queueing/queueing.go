// Package queueing lets few requests in at a time.
package queueing

import (
	"sync"
	"time"
)

type token struct{}

type request struct {
	lock     *sync.Mutex
	accepted chan bool
}

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

func (b *Breaker) ask(late time.Duration) request {
	r := request{lock: &sync.Mutex{}, accepted: make(chan bool, 1)}
	r.lock.Lock()
	go func() {
		time.Sleep(late)
		r.accepted <- b.Maybe(func() {
			r.lock.Lock()
			defer r.lock.Unlock()
		})
	}()
	return r
}

func unlock(r request) {
	r.lock.Unlock()
	ok := <-r.accepted
	r.accepted <- ok
}

func unlockAll(all []request) {
	for _, r := range all {
		unlock(r)
	}
}

// Run asks twice, the first later than the second.
func Run(int) {
	b := &Breaker{pending: make(chan token, 2), active: make(chan token, 1)}
	all := []request{b.ask(20 * time.Millisecond), b.ask(5 * time.Millisecond)}
	time.Sleep(40 * time.Millisecond)
	unlockAll(all)
}
