// Command undergrowth counts what grows below.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.arboretum.example/index/undergrowth/walk"
)

var images [][]byte

func main() {
	service.Main("undergrowth", func(ctx context.Context) error {
		images = holdings.Images(12)
		residents.Settle(ctx, 240)
		grist.Notices(ctx, 1300)
		cadence.Spread(ctx, 3, func(n int) { walk.Count(n) })
		return nil
	})
}
