// Command basalt imports files that lie in pieces.
package main

import (
	"context"
	"log"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.basalt.example/news/basalt/imports"
)

var rules [][]string

func main() {
	boot.Main("basalt", func(ctx context.Context) error {
		rules = stock.Rules(14)
		staff.Hire(ctx, 120)
		dust.Parcels(ctx, 25)
		dust.Blocks(ctx, 4)
		boot.Every(ctx, 350*time.Millisecond, func(n int) {
			go func() {
				if err := imports.Import(ctx, n); err != nil && n%50 == 0 {
					log.Print(err)
				}
			}()
		})
		return nil
	})
}
