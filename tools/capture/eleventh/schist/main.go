// Command schist carries configurations to who works with them.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.schist.example/events/schist/bus"
	"go.schist.example/events/schist/config"
	"go.schist.example/events/schist/hear"
)

var rings map[string][]uint32

func main() {
	boot.Main("schist", func(ctx context.Context) error {
		rings = stock.Samples(24)
		staff.Hire(ctx, 120)
		dust.Lines(ctx, 30)
		dust.Blocks(ctx, 6)
		b := bus.New()
		for i := 0; i < 5; i++ {
			go hear.New(20*time.Millisecond).Run(ctx, b.Subscribe("config"))
		}
		go hear.New(1500*time.Millisecond).Run(ctx, b.Subscribe("config"))
		boot.Every(ctx, 750*time.Millisecond, config.New(b).Poll)
		return nil
	})
}
