// Package snapshots mounts file systems.
package snapshots

import (
	"sync"
	"time"
)

// Set is all snapshots.
type Set struct {
	mu   sync.Mutex
	open map[int]int
}

func (s *Set) info(id int) int { return s.open[id] }

func (s *Set) deactivate(id int) bool {
	s.mu.Lock()
	if s.info(id) == 0 {
		return false
	}
	delete(s.open, id)
	s.mu.Unlock()
	return true
}

// Unmount ends a mount.
func (s *Set) Unmount(id int) { s.deactivate(id) }

func (s *Set) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open = nil
}

// Run unmounts one snapshot twice and closes the set.
func Run(int) {
	s := &Set{open: map[int]int{1: 1}}
	s.Unmount(1)
	go func() {
		time.Sleep(20 * time.Millisecond)
		s.Unmount(1)
		time.Sleep(20 * time.Millisecond)
		s.close()
	}()
	time.Sleep(100 * time.Millisecond)
}
