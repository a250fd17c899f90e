// Package generation replaces handlers while requests run.
package generation

import (
	"sync"
	"time"
)

type generation struct {
	number int
	open   sync.WaitGroup
	table  []byte
}

// Service has a current generation.
type Service struct {
	mu      sync.Mutex
	current *generation
	drained int
}

// NewService starts with the first.
func NewService() *Service { return &Service{current: &generation{table: make([]byte, 1<<20)}} }

// Handle serves a request; every fifth is a download that takes fifteen seconds.
func (s *Service) Handle(n int) {
	s.mu.Lock()
	g := s.current
	g.open.Add(1)
	s.mu.Unlock()
	defer g.open.Done()
	if n%5 == 0 {
		time.Sleep(15 * time.Second)
		return
	}
	time.Sleep(30 * time.Millisecond)
}

// Roll takes a new generation into service and drains the old one in the background.
func (s *Service) Roll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.current
	s.current = &generation{number: old.number + 1, table: make([]byte, 1<<20)}
	go s.drain(old)
}

func (s *Service) drain(g *generation) {
	g.open.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drained++
}
