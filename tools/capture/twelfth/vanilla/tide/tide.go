// Package tide is load that comes and goes.
package tide

import (
	"context"
	"math"
	"time"
)

// Come calls ask between four and fifty times a second, and back again within a period.
func Come(ctx context.Context, period time.Duration, ask func(context.Context, int)) {
	go func() {
		begin := time.Now()
		for n := 0; ctx.Err() == nil; n++ {
			go ask(ctx, n)
			phase := 2 * math.Pi * time.Since(begin).Seconds() / period.Seconds()
			time.Sleep(time.Duration(float64(time.Second) / (27 - 23*math.Cos(phase))))
		}
	}()
}
