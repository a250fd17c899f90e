// Package sounding sends pings and follows their echoes.
package sounding

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"go.deepwater.example/sonar/lanternfish/crew"
)

var errSilt = errors.New("lost in the silt")

// Sounder counts echoes.
type Sounder struct {
	echoes atomic.Int64
}

// New has heard nothing.
func New() *Sounder { return &Sounder{} }

// Sound returns the depth.
func (s *Sounder) Sound(ctx context.Context, n int) (int, error) {
	heard := make(chan int, 8)
	depth := 0
	var group crew.Group
	group.Go(func() error { return s.ping(ctx, n, heard) })
	group.Go(func() error {
		depth = s.follow(heard)
		return nil
	})
	if err := group.Wait(); err != nil {
		return 0, err
	}
	return depth, nil
}

func (s *Sounder) ping(ctx context.Context, n int, heard chan<- int) error {
	for i := range 6 {
		select {
		case <-time.After(30 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
		if n%5 == 2 && i == 4 {
			return errSilt
		}
		heard <- n + i
	}
	close(heard)
	return nil
}

func (s *Sounder) follow(heard <-chan int) int {
	deepest := 0
	for depth := range heard {
		s.echoes.Add(1)
		deepest = max(deepest, depth)
	}
	return deepest
}
