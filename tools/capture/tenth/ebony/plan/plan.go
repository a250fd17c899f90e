// Package plan takes meters on, not all at once.
package plan

import (
	"context"
	"time"

	"go.ebony.example/fleet/ebony/meter"
)

// TakeOn takes on n meters.
func TakeOn(ctx context.Context, n int, board *meter.Board) {
	for i := 0; i < n && ctx.Err() == nil; i++ {
		go meter.Read(ctx, board, i, 4*time.Second+time.Duration(i%50)*40*time.Millisecond)
		time.Sleep(46 * time.Millisecond)
	}
}
