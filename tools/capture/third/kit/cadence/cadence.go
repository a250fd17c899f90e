// Package cadence brings work at a rate.
package cadence

import (
	"context"
	"math/rand"
	"time"
)

// Loop runs step once each period, never two at a time.
func Loop(ctx context.Context, period time.Duration, step func(n int)) {
	go loop(ctx, period, step)
}

func loop(ctx context.Context, period time.Duration, step func(n int)) {
	beat := time.NewTimer(period)
	defer beat.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
			step(n)
			beat.Reset(period)
		}
	}
}

// Spread starts step in its own goroutine about perSecond times a second, at uneven distances.
func Spread(ctx context.Context, perSecond float64, step func(n int)) {
	go spread(ctx, perSecond, step)
}

func spread(ctx context.Context, perSecond float64, step func(n int)) {
	rng := rand.New(rand.NewSource(41))
	for n := 0; ctx.Err() == nil; n++ {
		time.Sleep(time.Duration(rng.ExpFloat64() * float64(time.Second) / perSecond))
		go step(n)
	}
}
