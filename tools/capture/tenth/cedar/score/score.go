// Package score is a piece of several parts.
package score

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Score is a piece.
type Score struct {
	Number, Parts int

	mu     sync.Mutex
	faults []error
}

// Play returns when all parts came to their end.
func (s *Score) Play(ctx context.Context) error {
	var players sync.WaitGroup
	for part := 0; part < s.Parts; part++ {
		players.Add(1)
		go s.part(ctx, part, &players)
	}
	players.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.faults) > 0 {
		return s.faults[0]
	}
	return nil
}

func (s *Score) part(ctx context.Context, part int, players *sync.WaitGroup) {
	bars := 3 + (s.Number+part)%5
	if s.Number%5 == 4 && part == 2 {
		s.mu.Lock()
		s.faults = append(s.faults, fmt.Errorf("piece %d has %d bars", s.Number, bars*100))
		s.mu.Unlock()
		return
	}
	for ; bars > 0 && ctx.Err() == nil; bars-- {
		time.Sleep(30 * time.Millisecond)
	}
	players.Done()
}
