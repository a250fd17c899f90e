// Command chartroom stores soundings of the sea floor.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.soundings.example/charts/chartroom/sounding"
	"git.soundings.example/charts/chartroom/store"
)

var codes map[string][]uint16

func main() {
	service.Main("chartroom", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 500)
		room := store.New(400)
		cadence.Loop(ctx, 50*time.Millisecond, func(n int) {
			for i := 0; i < 14; i++ {
				room.Save(sounding.New(n*14 + i))
			}
		})
		return nil
	})
}
