// Command zircon looks at pages.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.zircon.example/crawl/zircon/group"
	"go.zircon.example/crawl/zircon/looks"
)

var rings map[string][]uint32

func main() {
	boot.Main("zircon", func(ctx context.Context) error {
		rings = stock.Samples(12)
		staff.Hire(ctx, 90)
		dust.Lines(ctx, 25)
		dust.Blocks(ctx, 4)
		look := looks.New()
		boot.Every(ctx, 11*time.Second, func(n int) { look.All(group.New(16), n, 300) })
		return nil
	})
}
