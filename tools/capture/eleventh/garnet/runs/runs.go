// Package runs are trainings.
package runs

import (
	"context"
	"log"

	"go.garnet.example/train/garnet/parallel"
	"go.garnet.example/train/garnet/trace"
)

// Runs last as long as the service.
type Runs struct{ ctx context.Context }

// New are in a context.
func New(ctx context.Context) *Runs {
	ctx, cancel := context.WithCancel(ctx)
	context.AfterFunc(ctx, cancel)
	return &Runs{ctx: ctx}
}

// Step takes the next step.
func (r *Runs) Step(n int) {
	ctx, span := trace.Begin(r.ctx, n)
	sum := 0
	group := parallel.Feed(ctx, 3, func(part int) { sum += part })
	for i := 0; i < 3; i++ {
		group.Go(func(context.Context) (int, error) { return n * i, nil })
	}
	if err := group.Wait(); err != nil {
		log.Print(err)
	}
	span.Parts[n%24] = int64(sum)
}
