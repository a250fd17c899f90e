// Package refill keeps values for a while and refills each once for all who wait.
package refill

import (
	"sync"
	"time"
)

type value struct {
	text  string
	until time.Time
	fresh chan struct{}
}

// Shelf has values by path.
type Shelf struct {
	mu         sync.Mutex
	values     map[string]*value
	keep, cost time.Duration
}

// NewShelf keeps a value for keep and takes cost to refill it.
func NewShelf(keep, cost time.Duration) *Shelf {
	return &Shelf{values: map[string]*value{}, keep: keep, cost: cost}
}

// Get returns the value of a path, waiting for its refill if need be.
func (s *Shelf) Get(path string) string {
	s.mu.Lock()
	v, ok := s.values[path]
	if !ok {
		v = &value{}
		s.values[path] = v
	}
	if time.Now().Before(v.until) {
		defer s.mu.Unlock()
		return v.text
	}
	if v.fresh == nil {
		v.fresh = make(chan struct{})
		go s.fill(v, path)
	}
	fresh := v.fresh
	s.mu.Unlock()
	<-fresh
	s.mu.Lock()
	defer s.mu.Unlock()
	return v.text
}

func (s *Shelf) fill(v *value, path string) {
	time.Sleep(s.cost)
	s.mu.Lock()
	defer s.mu.Unlock()
	v.text, v.until = "value of "+path, time.Now().Add(s.keep)
	close(v.fresh)
	v.fresh = nil
}
