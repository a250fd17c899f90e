// Command quern blends grain.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.quernstone.example/grain/quern/blend"
	"go.quernstone.example/grain/quern/sacks"
)

var images [][]byte

func main() {
	service.Main("quern", func(ctx context.Context) error {
		images = holdings.Images(14)
		residents.Settle(ctx, 110)
		grist.Letters(ctx, 200)
		blender := blend.New(sacks.New(60), sacks.New(90))
		cadence.Loop(ctx, 130*time.Millisecond, func(n int) { blender.Blend(n) })
		return nil
	})
}
