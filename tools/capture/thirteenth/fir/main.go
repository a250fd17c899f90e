// Command fir sells by catalogue.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.larder.example/shop/fir/catalogue"
)

var plans [][]float64

func main() {
	boot.Main("fir", func(ctx context.Context) error {
		plans = keep.Plans(14)
		tend.Start(ctx, 120)
		burn.Sums(ctx, 10)
		c := catalogue.New(6000)
		for i := 0; i < 3; i++ {
			i := i
			boot.Every(ctx, 11*time.Millisecond, func(n int) { c.Ask(n*3 + i) })
		}
		return nil
	})
}
