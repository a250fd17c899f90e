// Command halite builds bundles of policies.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.halite.example/policy/halite/builds"
)

var rules [][]string

func main() {
	boot.Main("halite", func(ctx context.Context) error {
		rules = stock.Rules(20)
		staff.Hire(ctx, 140)
		dust.Lines(ctx, 25)
		dust.Blocks(ctx, 5)
		b := builds.New(9)
		boot.Every(ctx, 4*time.Second, b.Run)
		return nil
	})
}
