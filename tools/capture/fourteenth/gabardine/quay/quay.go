// Package quay sends wagons over by whichever boat is there.
package quay

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"go.drapery.example/loom/start"

	"git.crossing.example/ferry/gabardine/attempt"
)

var (
	errFull = errors.New("boat is full")
	options = attempt.Options{Most: 4, PerCall: 20 * time.Minute}
	over    atomic.Int64
)

// Wagon is what is carried.
type Wagon struct {
	Number int
	Goods  [4]string
}

// Ticket is for a wagon.
type Ticket struct{ Wagon, Boat int }

// Open carries perSecond wagons over.
func Open(ctx context.Context, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		w := &Wagon{Number: n, Goods: [4]string{fmt.Sprint("crate ", n)}}
		ticket, err := attempt.Do(ctx, options, func(ctx context.Context) (*Ticket, error) { return board(ctx, w) })
		if err == nil {
			over.Add(int64(ticket.Boat))
		}
	})
}

func board(ctx context.Context, w *Wagon) (*Ticket, error) {
	if (w.Number+attempt.Number(ctx))%4 == 0 {
		return nil, errFull
	}
	select {
	case <-time.After(time.Duration(w.Number%3) * time.Millisecond):
		return &Ticket{w.Number, attempt.Number(ctx)}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
