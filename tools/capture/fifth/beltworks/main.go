// Command beltworks moves parts through a plant on belts.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.conveyor.example/plant/beltworks/floor"
)

var images [][]byte

func main() {
	service.Main("beltworks", func(ctx context.Context) error {
		images = holdings.Images(10)
		residents.Settle(ctx, 180)
		grist.Sheets(ctx, 600)
		plant := floor.New(70)
		cadence.Spread(ctx, 9, plant.Bring)
		cadence.Spread(ctx, 3, plant.Look)
		return nil
	})
}
