// Package cpus gives processors to containers.
package cpus

import (
	"sync"
	"time"
)

type state struct {
	sync.RWMutex
	sets   map[string]int
	shared int
}

// Shared is what all may use.
func (s *state) Shared() int {
	s.RLock()
	defer s.RUnlock()
	return s.shared
}

// Assigned is what one container may use.
func (s *state) Assigned(container string) int {
	s.RLock()
	defer s.RUnlock()
	if set, ok := s.sets[container]; ok {
		return set
	}
	time.Sleep(10 * time.Millisecond)
	return s.Shared()
}

// Set notes a container's set.
func (s *state) Set(container string, set int) {
	s.Lock()
	defer s.Unlock()
	s.sets[container] = set
}

type policy struct{ state *state }

func (p *policy) remove(container string) { p.state.Set(container, 0) }

// Manager looks again and again whether all is as it should be.
type Manager struct {
	policy *policy
	state  *state
}

func (m *Manager) reconcile() {
	for {
		m.state.Assigned("unknown")
		time.Sleep(5 * time.Millisecond)
	}
}

// Run reconciles while a container goes.
func Run(int) {
	s := &state{sets: map[string]int{}}
	m := &Manager{policy: &policy{state: s}, state: s}
	go m.reconcile()
	time.Sleep(20 * time.Millisecond)
	for i := 0; i < 200; i++ {
		m.policy.remove("gone")
		time.Sleep(time.Millisecond)
	}
}
