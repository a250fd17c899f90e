// Command wharfinger brings what is moored into line with what should be.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.dockhand.example/ops/wharfinger/berths"
	"git.dockhand.example/ops/wharfinger/resync"
)

var state *berths.State

func main() {
	service.Main("wharfinger", func(ctx context.Context) error {
		state = berths.Load(9000)
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 300)
		loop := resync.New(state)
		go loop.Run(ctx, 13*time.Millisecond)
		cadence.Spread(ctx, 20, func(n int) { state.Drift(n) })
		return nil
	})
}
