// Command diorite keeps models of what is deployed.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.diorite.example/model/diorite/hub"
	"go.diorite.example/model/diorite/leases"
	"go.diorite.example/model/diorite/units"
)

var rings map[string][]uint32

func main() {
	boot.Main("diorite", func(ctx context.Context) error {
		rings = stock.Samples(18)
		staff.Hire(ctx, 100)
		dust.Lines(ctx, 30)
		dust.Blocks(ctx, 4)
		for i := 0; i < 2; i++ {
			h := hub.New()
			leases.New(h, i).Watch()
			unit := units.New(h)
			boot.Every(ctx, 450*time.Millisecond, func(n int) { go unit.Report(n) })
		}
		return nil
	})
}
