// Command travertine packs what it is given.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.travertine.example/tune/travertine/packs"
	"go.travertine.example/tune/travertine/tuner"
)

var places *stock.Branch

func main() {
	boot.Main("travertine", func(ctx context.Context) error {
		places = stock.Places(18)
		staff.Hire(ctx, 70)
		dust.Parcels(ctx, 40)
		dust.Lines(ctx, 60)
		dust.Blocks(ctx, 2)
		boot.Every(ctx, 10*time.Millisecond, packs.New(64).Pack)
		boot.Every(ctx, time.Second, tuner.New(map[int]int{30: 300, 50: 500}).Tune)
		return nil
	})
}
