// Command gneiss knows routes.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.gneiss.example/route/gneiss/control"
	"go.gneiss.example/route/gneiss/routes"
)

var rules [][]string

func main() {
	boot.Main("gneiss", func(ctx context.Context) error {
		rules = stock.Rules(12)
		staff.Hire(ctx, 100)
		dust.Parcels(ctx, 25)
		dust.Blocks(ctx, 5)
		table := routes.New()
		boot.Every(ctx, time.Second, control.New(table, []int{1, 2, 9, 22, 31, 44, 57}).Hear)
		boot.Every(ctx, 20*time.Millisecond, table.Route)
		return nil
	})
}
