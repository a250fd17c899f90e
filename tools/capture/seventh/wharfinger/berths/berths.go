// Package berths is what should lie where, and what does.
package berths

import (
	"fmt"
	"sync"
)

// Berth has a wanted and an actual ship.
type Berth struct {
	Name           string
	Wanted, Actual int
	History        [40]int32
}

// State is all berths.
type State struct {
	mu     sync.Mutex
	berths []*Berth
	next   int
}

// Load reads n berths.
func Load(n int) *State {
	s := &State{}
	for i := 0; i < n; i++ {
		s.berths = append(s.berths, &Berth{Name: fmt.Sprint("berth ", i)})
	}
	return s
}

// Drift wants another ship somewhere.
func (s *State) Drift(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.berths[(n*31)%len(s.berths)].Wanted = n
}

// Settle puts right the next berth and returns it.
func (s *State) Settle(pass int) *Berth {
	s.mu.Lock()
	defer s.mu.Unlock()
	b := s.berths[s.next%len(s.berths)]
	s.next++
	b.Actual = b.Wanted
	b.History[pass%len(b.History)] = int32(pass)
	return b
}
