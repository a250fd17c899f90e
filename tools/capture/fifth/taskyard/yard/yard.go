// Package yard is where the saws are.
package yard

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"git.lumber.example/jobs/taskyard/order"
)

var errKnot = errors.New("yard: a knot")

// Yard saws.
type Yard struct {
	base   context.Context
	sawn   uint64
	broken uint64
}

// New saws until base ends.
func New(base context.Context) *Yard { return &Yard{base: base} }

// Perform does the nth order within the hour.
func (y *Yard) Perform(n int) {
	ctx, cancel := y.scope(n)
	if err := y.saw(ctx); err != nil {
		atomic.AddUint64(&y.broken, 1)
		cancel()
		return
	}
	atomic.AddUint64(&y.sawn, 1)
}

func (y *Yard) scope(n int) (context.Context, context.CancelFunc) {
	return context.WithDeadline(order.With(y.base, order.New(n)), time.Now().Add(time.Hour))
}

func (y *Yard) saw(ctx context.Context) error {
	for i, beam := range order.From(ctx).Beams {
		if i%8 == 0 {
			select {
			case <-time.After(10 * time.Millisecond):
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if beam%2477 == 5 {
			return errKnot
		}
	}
	return nil
}
