// Command rowan takes orders and leaves footprints.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.footprint.example/trace/rowan/orders"
	"git.footprint.example/trace/rowan/prints"
)

var plans [][]float64

func main() {
	boot.Main("rowan", func(ctx context.Context) error {
		plans = keep.Plans(20)
		tend.Start(ctx, 120)
		burn.Lists(ctx, 10)
		p := prints.Start(4000)
		boot.Every(ctx, 20*time.Second, func(int) { p.Send() })
		boot.Every(ctx, 16*time.Millisecond, func(n int) { orders.Take(ctx, n) })
		return nil
	})
}
