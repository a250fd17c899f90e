// Package tenant has the state of each tenant, which is made when it is asked for first.
package tenant

import (
	"fmt"
	"sync"
)

// State is what one tenant needs.
type State struct {
	ID     int
	Prices map[string]float64
	Matrix []float32
	recent []string
}

// Registry has states by tenant.
type Registry struct{ states sync.Map }

// NewRegistry has none.
func NewRegistry() *Registry { return &Registry{} }

// Get returns the state of a tenant.
func (r *Registry) Get(id int) *State {
	if s, ok := r.states.Load(id); ok {
		return s.(*State)
	}
	s, _ := r.states.LoadOrStore(id, load(id))
	return s.(*State)
}

func load(id int) *State {
	s := &State{ID: id, Prices: make(map[string]float64), Matrix: make([]float32, 6000), recent: make([]string, 0, 50)}
	for i := 0; i < 90; i++ {
		s.Prices[fmt.Sprintf("tariff-%d-%d", id, i)] = float64(i*id%900) / 10
	}
	return s
}

// Remember keeps up to fifty lines.
func (s *State) Remember(line string) {
	if len(s.recent) == cap(s.recent) {
		s.recent = append(s.recent[:0], s.recent[1:]...)
	}
	s.recent = append(s.recent, line)
}
