// Command pyrite carries calls.
package main

import (
	"context"
	"math"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.pyrite.example/talk/pyrite/calls"
)

var rings map[string][]uint32

func main() {
	boot.Main("pyrite", func(ctx context.Context) error {
		rings = stock.Samples(14)
		staff.Hire(ctx, 100)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 4)
		c := calls.New(12 * time.Second)
		due := 0.0
		boot.Every(ctx, 40*time.Millisecond, func(n int) {
			hour := float64(n) * 0.04 / 76 * 2 * math.Pi
			for due += 0.04 * (15 - 10*math.Cos(hour)); due >= 1; due-- {
				go c.Carry(ctx, n)
			}
		})
		return nil
	})
}
