// Command calcite lends things.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.calcite.example/lease/calcite/leases"
)

var rules [][]string

func main() {
	boot.Main("calcite", func(ctx context.Context) error {
		rules = stock.Rules(15)
		staff.Hire(ctx, 80)
		dust.Parcels(ctx, 25)
		dust.Blocks(ctx, 5)
		l := leases.New(2 * time.Minute)
		boot.Every(ctx, 5*time.Millisecond, func(n int) { l.Renew(n % 4000) })
		return nil
	})
}
