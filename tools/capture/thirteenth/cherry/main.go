// Command cherry sells things and measures how long that takes.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.barometer.example/stats/cherry/gauge"
	"git.barometer.example/stats/cherry/till"
)

var plans [][]float64

func main() {
	boot.Main("cherry", func(ctx context.Context) error {
		plans = keep.Plans(46)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 20)
		g, err := gauge.New()
		if err != nil {
			return err
		}
		t := till.New(g)
		boot.Every(ctx, 14*time.Millisecond, func(n int) { t.Sell(ctx, n) })
		return nil
	})
}
