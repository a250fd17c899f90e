// Package people come, listen for a while and go.
package people

import (
	"context"
	"math/rand"
	"time"

	"git.assembly.example/chat/townsquare/square"
)

// Visit comes to the square again and again.
func Visit(ctx context.Context, s *square.Square, seed int64) {
	rng := rand.New(rand.NewSource(seed))
	for ctx.Err() == nil {
		stay := time.NewTimer(time.Duration(4+rng.Intn(10)) * time.Second)
		listen(s, stay.C)
		time.Sleep(time.Duration(rng.Intn(1500)) * time.Millisecond)
	}
}

func listen(s *square.Square, over <-chan time.Time) {
	words := s.Join()
	defer s.Leave(words)
	for {
		select {
		case <-words:
			time.Sleep(250 * time.Millisecond)
		case <-over:
			return
		}
	}
}
