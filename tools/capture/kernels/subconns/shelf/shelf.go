// Package shelf keeps connections a while before they are closed.
package shelf

import (
	"sync"
	"time"
)

type entry struct {
	cancel    func()
	abandoned bool
}

// Shelf is a cache with a delay.
type Shelf struct {
	mu      sync.Mutex
	entries map[string]*entry
	delay   time.Duration
}

// Take gets a connection back.
func (s *Shelf) Take(address string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e, ok := s.entries[address]; ok {
		time.Sleep(2 * s.delay)
		e.cancel()
		delete(s.entries, address)
		return true
	}
	return false
}

// Put keeps it for the delay.
func (s *Shelf) Put(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := &entry{}
	timer := time.AfterFunc(s.delay, func() {
		s.mu.Lock()
		if e.abandoned {
			return
		}
		delete(s.entries, address)
		s.mu.Unlock()
	})
	e.cancel = func() {
		if !timer.Stop() {
			e.abandoned = true
		}
	}
	s.entries[address] = e
}

// Run puts and takes.
func Run(int) {
	s := &Shelf{entries: map[string]*entry{}, delay: 5 * time.Millisecond}
	go func() {
		for i := 0; i < 1000; i++ {
			s.Put("a")
			s.Take("a")
			time.Sleep(time.Millisecond)
		}
	}()
}
