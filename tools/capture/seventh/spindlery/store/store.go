// Package store has the gateways that were seen last.
package store

import (
	"sort"
	"sync"
)

// Gateway has routes.
type Gateway struct {
	Name   string
	Routes []string
}

// Store is replaced as a whole.
type Store struct {
	lock     sync.RWMutex
	gateways map[string]*Gateway
}

// New is empty.
func New() *Store { return &Store{gateways: make(map[string]*Gateway)} }

// Reset replaces everything.
func (s *Store) Reset(gateways []*Gateway) {
	next := make(map[string]*Gateway, len(gateways))
	for _, g := range gateways {
		next["/"+g.Name] = g
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	s.gateways = next
}

// Get returns one, or nil.
func (s *Store) Get(path string) *Gateway {
	s.lock.RLock()
	defer s.lock.RUnlock()
	return s.gateways[path]
}

// Len is how many there are.
func (s *Store) Len() int {
	s.lock.RLock()
	defer s.lock.RUnlock()
	return len(s.gateways)
}

// Objects returns all, sorted by name.
func (s *Store) Objects() []*Gateway {
	s.lock.RLock()
	defer s.lock.RUnlock()
	var names []string
	for name := range s.gateways {
		names = append(names, name)
	}
	sort.Strings(names)
	objects := make([]*Gateway, 0, s.Len())
	for _, name := range names {
		objects = append(objects, s.gateways[name])
	}
	return objects
}
