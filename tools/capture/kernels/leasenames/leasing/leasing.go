// Package leasing leases tables to sessions.
package leasing

import (
	"sync"
	"time"
)

// State is the leases of one table.
type State struct {
	mu    sync.Mutex
	names *names
	held  int
}

type names struct {
	mu     sync.Mutex
	byName map[string]*State
}

// Manager has one table.
type Manager struct {
	state *State
	names *names
}

func (n *names) rename(s *State) {
	n.mu.Lock()
	defer n.mu.Unlock()
	time.Sleep(20 * time.Millisecond)
	s.acquire()
	n.byName["table"] = s
}

func (n *names) drop(s *State) {
	n.mu.Lock()
	defer n.mu.Unlock()
	delete(n.byName, "table")
}

func (s *State) acquire() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held++
}

func (s *State) release() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held--
	time.Sleep(20 * time.Millisecond)
	if s.held <= 0 {
		s.names.drop(s)
	}
}

// Acquire takes a lease.
func (m *Manager) Acquire() { m.names.rename(m.state) }

// Release gives it back.
func (m *Manager) Release() { m.state.release() }

// Run takes and gives at the same time.
func Run(int) {
	n := &names{byName: map[string]*State{}}
	m := &Manager{names: n, state: &State{names: n}}
	go m.Acquire()
	go m.Release()
}
