// Command topaz lets people in, not too often.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.topaz.example/gate/topaz/gate"
	"go.topaz.example/gate/topaz/limit"
	"go.topaz.example/gate/topaz/pages"
)

var (
	rings map[string][]uint32
	rules [][]string
)

func main() {
	boot.Main("topaz", func(ctx context.Context) error {
		rings, rules = stock.Samples(30), stock.Rules(30)
		staff.Hire(ctx, 80)
		dust.Parcels(ctx, 25)
		dust.Blocks(ctx, 14)
		g := gate.New(limit.New(), pages.New(2400))
		boot.Every(ctx, 6*time.Millisecond, g.Knock)
		return nil
	})
}
