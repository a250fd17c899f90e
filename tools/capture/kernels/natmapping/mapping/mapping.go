// Package mapping maps ports on a gateway.
package mapping

import (
	"sync"
	"time"
)

// Mapping is one port's addresses.
type Mapping struct {
	mu        sync.RWMutex
	addresses map[string]int
}

func (m *Mapping) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for id := range m.addresses {
		m.remove(id)
	}
}

func (m *Mapping) remove(id string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.addresses, id)
}

// Service renews mappings.
type Service struct {
	mu       sync.RWMutex
	mappings []*Mapping
}

func (s *Service) process() {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, m := range s.mappings {
		m.clear()
	}
}

// Add takes a mapping in.
func (s *Service) Add(m *Mapping) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mappings = append(s.mappings, m)
}

// Run processes a mapping and adds another.
func Run(int) {
	s := &Service{}
	s.Add(&Mapping{addresses: map[string]int{"gateway": 22000}})
	go s.process()
	time.Sleep(10 * time.Millisecond)
	s.Add(&Mapping{})
}
