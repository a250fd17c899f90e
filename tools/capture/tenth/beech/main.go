// Command beech runs jobs on a test bed.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.beech.example/testbed/beech/job"
	"go.beech.example/testbed/beech/state"
)

var grids [][]float64

func main() {
	boot.Main("beech", func(ctx context.Context) error {
		grids = cargo.Grids(12)
		hands.Take(ctx, 70)
		spray.Manifests(ctx, 50)
		desk := job.NewDesk(state.Root(ctx))
		boot.Every(ctx, 90*time.Millisecond, desk.Submit)
		return nil
	})
}
