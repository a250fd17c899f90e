// Command agate answers questions about names.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.agate.example/dns/agate/answers"
	"go.agate.example/dns/agate/zone"
)

var (
	places *stock.Branch
	rings  map[string][]uint32
)

func main() {
	boot.Main("agate", func(ctx context.Context) error {
		places, rings = stock.Places(20), stock.Samples(28)
		staff.Hire(ctx, 90)
		dust.Lines(ctx, 30)
		dust.Blocks(ctx, 12)
		cache := answers.New(zone.New(), 8*time.Second)
		boot.Every(ctx, 2*time.Second, cache.Sweep)
		boot.Every(ctx, 2500*time.Microsecond, func(n int) {
			if n%2 == 0 {
				cache.Lookup(uint64(n / 2))
			} else {
				cache.Lookup(uint64(n / 2 % 700))
			}
		})
		return nil
	})
}
