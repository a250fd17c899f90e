// Package load is the work that comes to a service: by the clock, or from a crew of callers.
package load

import (
	"context"
	"math/rand"
	"time"
)

// Every calls step each period, one call after the other.
func Every(ctx context.Context, period time.Duration, step func(n int)) {
	go func() {
		clock := time.NewTicker(period)
		defer clock.Stop()
		for n := 0; ; n++ {
			select {
			case <-clock.C:
				step(n)
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Arrivals starts step in a goroutine of its own each period, as requests arrive.
func Arrivals(ctx context.Context, period time.Duration, step func(n int)) {
	Every(ctx, period, func(n int) { go step(n) })
}

// Crew makes members call step again and again, each pausing about pause in between.
func Crew(ctx context.Context, members int, pause time.Duration, step func(member, n int)) {
	for member := range members {
		go func() {
			rng := rand.New(rand.NewSource(int64(member)))
			for n := 0; ; n++ {
				select {
				case <-ctx.Done():
					return
				case <-time.After(pause/2 + time.Duration(rng.Int63n(int64(pause)))):
					step(member, n)
				}
			}
		}()
	}
}
