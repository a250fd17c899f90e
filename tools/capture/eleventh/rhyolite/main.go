// Command rhyolite works on jobs.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.rhyolite.example/jobs/rhyolite/workers"
)

var places *stock.Branch

func main() {
	boot.Main("rhyolite", func(ctx context.Context) error {
		places = stock.Places(12)
		staff.Hire(ctx, 60)
		dust.Lines(ctx, 25)
		dust.Blocks(ctx, 3)
		pool := workers.New(260)
		begun := time.Now()
		boot.Every(ctx, 50*time.Millisecond, func(n int) {
			minute := min(1, time.Since(begun).Seconds()/62)
			pool.Submit(func() { time.Sleep(time.Duration(13*minute*1.1*1000) * time.Millisecond) })
		})
		return nil
	})
}
