// Command ebony reads the meters of a fleet.
package main

import (
	"context"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.ebony.example/fleet/ebony/meter"
	"go.ebony.example/fleet/ebony/plan"
)

var grids [][]float64

func main() {
	boot.Main("ebony", func(ctx context.Context) error {
		grids = cargo.Grids(13)
		hands.Take(ctx, 45)
		spray.Manifests(ctx, 35)
		go plan.TakeOn(ctx, 650, meter.NewBoard(650))
		return nil
	})
}
