// Package prune removes volumes that are not used.
package prune

import (
	"sync"
	"time"
)

// Store has volumes.
type Store struct {
	mu      sync.Mutex
	removed int
	names   []string
}

func (s *Store) remove(string) {
	time.Sleep(2 * time.Millisecond)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.removed++
}

// Prune removes them all.
func (s *Store) Prune() {
	var all sync.WaitGroup
	all.Add(len(s.names))
	for _, name := range s.names {
		go func(name string) {
			defer all.Done()
			s.remove(name)
		}(name)
		all.Wait()
	}
}

// Run prunes three.
func Run(int) {
	s := &Store{names: []string{"a", "b", "c"}}
	s.Prune()
}
