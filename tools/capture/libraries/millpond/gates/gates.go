// Package gates limits work: semaphores, groups and single flights, all busy.
package gates

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"

	"hub.tessera.example/base/cadence"
)

// Start works at its limits.
func Start(ctx context.Context) error {
	sluice := semaphore.NewWeighted(5)
	var flights singleflight.Group
	for i := 0; i < 20; i++ {
		cadence.Loop(ctx, 10*time.Millisecond, func(int) {
			if sluice.Acquire(ctx, 1) == nil {
				defer sluice.Release(1)
				time.Sleep(120 * time.Millisecond)
			}
		})
	}
	for i := 0; i < 30; i++ {
		cadence.Loop(ctx, 20*time.Millisecond, func(n int) {
			_, _, _ = flights.Do(fmt.Sprint(n%3), func() (interface{}, error) {
				time.Sleep(400 * time.Millisecond)
				return n, nil
			})
		})
	}
	for i := 0; i < 6; i++ {
		go groups(ctx)
	}
	return nil
}

// groups runs one group after the other, eight tasks, three at a time.
func groups(ctx context.Context) {
	for ctx.Err() == nil {
		g, inner := errgroup.WithContext(ctx)
		g.SetLimit(3)
		for i := 0; i < 8; i++ {
			g.Go(func() error {
				select {
				case <-time.After(300 * time.Millisecond):
				case <-inner.Done():
				}
				return nil
			})
		}
		_ = g.Wait()
	}
}
