// Command mapmakers draws sheets of maps.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.cartographers.example/tiles/mapmakers/jobs"
	"git.cartographers.example/tiles/mapmakers/sheet"
)

var register *holdings.Node

func main() {
	service.Main("mapmakers", func(ctx context.Context) error {
		register = holdings.Register(10)
		residents.Settle(ctx, 60)
		grist.Notices(ctx, 400)
		runner := jobs.NewRunner(ctx, 6)
		cadence.Loop(ctx, 25*time.Millisecond, func(n int) {
			for i := 0; i < 12; i++ {
				runner.Put(sheet.New(n*12 + i))
			}
		})
		return nil
	})
}
