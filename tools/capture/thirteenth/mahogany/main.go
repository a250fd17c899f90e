// Command mahogany decides by three.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.threewise.example/quorum/mahogany/council"
)

var plans [][]float64

func main() {
	boot.Main("mahogany", func(ctx context.Context) error {
		plans = keep.Plans(18)
		tend.Start(ctx, 110)
		burn.Packs(ctx, 10)
		c, err := council.Meet(3)
		if err != nil {
			return err
		}
		boot.Every(ctx, 8*time.Millisecond, c.Decide)
		return nil
	})
}
