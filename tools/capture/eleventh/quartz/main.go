// Command quartz runs commands in containers.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.quartz.example/exec/quartz/exec"
)

var (
	rules [][]string
	rings map[string][]uint32
)

func main() {
	boot.Main("quartz", func(ctx context.Context) error {
		rules, rings = stock.Rules(30), stock.Samples(25)
		staff.Hire(ctx, 100)
		dust.Parcels(ctx, 30)
		dust.Blocks(ctx, 12)
		boot.Every(ctx, 40*time.Millisecond, exec.New(ctx).Run)
		return nil
	})
}
