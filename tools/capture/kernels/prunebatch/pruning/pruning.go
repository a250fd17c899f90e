// Package pruning removes volumes that are not used.
package pruning

import (
	"sync"
	"time"
)

// Store has volumes.
type Store struct {
	mu      sync.Mutex
	removed int
	room    chan struct{}
}

func (s *Store) remove() {
	s.room <- struct{}{}
	defer func() { <-s.room }()
	time.Sleep(200 * time.Millisecond)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.removed++
}

func (s *Store) prune(n int) {
	var all sync.WaitGroup
	for i := 0; i < n; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			s.remove()
		}()
	}
	all.Wait()
}

// Run prunes again and again.
func Run(int) {
	s := &Store{room: make(chan struct{}, 4)}
	for {
		s.prune(30)
		time.Sleep(100 * time.Millisecond)
	}
}
