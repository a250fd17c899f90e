// Command billposter puts up bills in rounds.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.pastepot.example/street/billposter/round"
	"git.pastepot.example/street/billposter/wall"
)

var images [][]byte

func main() {
	service.Main("billposter", func(ctx context.Context) error {
		images = holdings.Images(14)
		residents.Settle(ctx, 240)
		grist.Notices(ctx, 300)
		walls := wall.Street(40)
		cadence.Spread(ctx, 3, func(n int) { round.New(walls, n).Post(ctx) })
		return nil
	})
}
