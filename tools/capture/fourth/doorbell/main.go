// Command doorbell tells once that somebody rang, however often he did.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.quietstreet.example/home/doorbell/calm"
)

var images [][]byte

func main() {
	service.Main("doorbell", func(ctx context.Context) error {
		images = holdings.Images(8)
		bells := calm.NewHouse(9000)
		residents.Settle(ctx, 110)
		grist.Sheets(ctx, 800)
		cadence.Spread(ctx, 120, bells.Ring)
		return nil
	})
}
