// Package quote has the prices of plants.
package quote

import (
	"context"
	"sync/atomic"
	"time"
)

// Prices tells the price of a plant.
type Prices interface {
	Price(ctx context.Context, plant int) (int, error)
}

// Desk knows so many plants.
type Desk struct {
	plants int
	asked  int64
}

// NewDesk knows so many plants.
func NewDesk(plants int) *Desk { return &Desk{plants: plants} }

// Price takes a moment, and now and then longer.
func (d *Desk) Price(ctx context.Context, plant int) (int, error) {
	pause := 25 * time.Millisecond
	if atomic.AddInt64(&d.asked, 1)%19 == 4 {
		pause = 700 * time.Millisecond
	}
	thinking := time.NewTimer(pause)
	defer thinking.Stop()
	select {
	case <-thinking.C:
		return 100 + plant%d.plants, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
