// Command garnet runs steps of trainings.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.garnet.example/train/garnet/runs"
)

var (
	places *stock.Branch
	rings  map[string][]uint32
)

func main() {
	boot.Main("garnet", func(ctx context.Context) error {
		places, rings = stock.Places(24), stock.Samples(36)
		staff.Hire(ctx, 90)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 14)
		r := runs.New(ctx)
		boot.Every(ctx, 10*time.Millisecond, r.Step)
		return nil
	})
}
