// Package travel asks for ways.
package travel

import (
	"context"
	"fmt"
	"sync/atomic"

	"go.drapery.example/loom/start"

	"git.signpost.example/route/canvas/table"
)

var tenths atomic.Int64

// Go asks perSecond times.
func Go(ctx context.Context, ways *table.Ways, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		if way, ok := ways.To(fmt.Sprintf("place-%06d", n*31%60_000)); ok {
			tenths.Add(int64(way.Miles * 10))
		}
	})
}
