// Command linden lets travellers pass, not too many at once.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.turnpike.example/edge/linden/gate"
	"git.turnpike.example/edge/linden/toll"
	"git.turnpike.example/edge/linden/travel"
)

var rolls [][]string

func main() {
	boot.Main("linden", func(ctx context.Context) error {
		rolls = keep.Rolls(34)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 10)
		burn.Lists(ctx, 12)
		base, err := boot.Serve(gate.New(toll.New(5, 10)))
		if err != nil {
			return err
		}
		t := travel.To(base)
		boot.Every(ctx, 8*time.Millisecond, func(n int) { t.Go(ctx, n) })
		return nil
	})
}
