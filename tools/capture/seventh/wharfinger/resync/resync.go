// Package resync is the control loop.
package resync

import (
	"context"
	"log"
	"time"

	"git.dockhand.example/ops/wharfinger/berths"
	"git.dockhand.example/ops/wharfinger/meta"
)

// Loop settles one berth after the other.
type Loop struct{ state *berths.State }

// New is a loop over state.
func New(state *berths.State) *Loop { return &Loop{state: state} }

// Run passes until ctx ends.
func (l *Loop) Run(ctx context.Context, period time.Duration) {
	turn := time.NewTicker(period)
	defer turn.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-turn.C:
			ctx = l.pass(ctx)
		}
	}
}

// pass settles a berth; the caller's later lines of the log shall carry its annotations.
func (l *Loop) pass(ctx context.Context) context.Context {
	b := l.state.Settle(meta.From(ctx).Pass)
	ctx = meta.With(ctx, meta.Next(ctx, b.Name))
	if a := meta.From(ctx); a.Pass%2000 == 0 {
		log.Printf("pass %d at %s", a.Pass, a.Object)
	}
	return ctx
}
