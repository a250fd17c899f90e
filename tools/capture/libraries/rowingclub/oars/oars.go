// Package oars lends oars, so many at a time.
package oars

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

var errWet = errors.New("wet")

// House lends oars.
type House struct{ oars *semaphore.Weighted }

// Start opens the house.
func Start(ctx context.Context) error {
	h := &House{oars: semaphore.NewWeighted(8)}
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 2, func(n int) { _ = h.Outing(ctx, n) })
	return nil
}

// Outing takes four rowers out.
func (h *House) Outing(ctx context.Context, n int) error {
	var crew errgroup.Group
	for seat := 0; seat < 3; seat++ {
		seat := seat
		crew.Go(func() error { return h.row(ctx, n+seat) })
	}
	return crew.Wait()
}

func (h *House) row(ctx context.Context, n int) error {
	if err := h.oars.Acquire(ctx, 1); err != nil {
		return err
	}
	if n%7 == 3 {
		return errWet
	}
	time.Sleep(20 * time.Millisecond)
	h.oars.Release(1)
	return nil
}
