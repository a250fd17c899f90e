// Package keyed gives each key an actor of its own for as long as it is used.
package keyed

import (
	"sync"
	"time"
)

// Actor takes messages one after the other.
type Actor[M any] interface {
	Handle(message M)
	Stop()
}

type seat[M any] struct {
	inbox chan M
	gone  bool
}

// Actors are by key.
type Actors[M any] struct {
	idle time.Duration
	open func(key string) Actor[M]

	mu    sync.Mutex
	seats map[string]*seat[M]
}

// New opens an actor for a key that has none, and stops it when it was idle.
func New[M any](idle time.Duration, open func(key string) Actor[M]) *Actors[M] {
	return &Actors[M]{idle: idle, open: open, seats: make(map[string]*seat[M])}
}

// Send gives a message to a key's actor.
func (a *Actors[M]) Send(key string, message M) {
	a.mu.Lock()
	s, found := a.seats[key]
	if !found {
		s = &seat[M]{inbox: make(chan M, 16)}
		a.seats[key] = s
		go a.run(key, s)
	}
	a.mu.Unlock()
	s.inbox <- message
}

// Len is how many there are.
func (a *Actors[M]) Len() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.seats)
}

func (a *Actors[M]) run(key string, s *seat[M]) {
	actor := a.open(key)
	defer actor.Stop()
	idle := time.NewTimer(a.idle)
	defer idle.Stop()
	for {
		select {
		case message := <-s.inbox:
			actor.Handle(message)
			if !idle.Stop() {
				select {
				case <-idle.C:
				default:
				}
			}
			idle.Reset(a.idle)
		case <-idle.C:
			if a.leave(key, s) {
				return
			}
			idle.Reset(a.idle)
		}
	}
}

func (a *Actors[M]) leave(key string, s *seat[M]) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(s.inbox) > 0 {
		return false
	}
	delete(a.seats, key)
	s.gone = true
	return true
}
