// Command oak checks a chain.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.oak.example/chain/oak/checks"
)

var grids [][]float64

func main() {
	boot.Main("oak", func(ctx context.Context) error {
		grids = cargo.Grids(18)
		hands.Take(ctx, 85)
		spray.Orders(ctx, 50)
		all := checks.New()
		boot.Every(ctx, 200*time.Millisecond, all.Block)
		boot.Every(ctx, 100*time.Millisecond, all.Check)
		return nil
	})
}
