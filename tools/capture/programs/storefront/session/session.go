// Package session knows who is visiting.
package session

import (
	"sync"
	"time"
)

// Session is one visit.
type Session struct {
	ID      string
	Started time.Time
	Viewed  int
	Basket  []string
}

// Registry finds sessions by their id.
type Registry struct {
	mu       sync.Mutex
	sessions map[string]*Session
}

// NewRegistry returns an empty registry.
func NewRegistry() *Registry { return &Registry{sessions: map[string]*Session{}} }

// Open returns the session called id, starting it at first sight.
func (r *Registry) Open(id string) *Session {
	r.mu.Lock()
	defer r.mu.Unlock()
	s, known := r.sessions[id]
	if !known {
		s = &Session{ID: id, Started: time.Now(), Basket: newBasket()}
		r.sessions[id] = s
	}
	return s
}

func newBasket() []string { return make([]string, 0, 200) }
