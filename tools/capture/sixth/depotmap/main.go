// Command depotmap fetches plans of railway yards.
package main

import (
	"context"

	"example.org/platform/peer"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.railyard.example/maps/depotmap/parts"
	"git.railyard.example/maps/depotmap/yard"
)

var codes map[string][]uint16

func main() {
	peer.HTTP("plans", parts.Handler())
	service.Main("depotmap", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		residents.Settle(ctx, 130)
		grist.Sheets(ctx, 300)
		address, err := peer.Start("plans", "")
		if err != nil {
			return err
		}
		plans := yard.New("http://" + address)
		cadence.Spread(ctx, 6, func(n int) { plans.Fetch(ctx, n) })
		return nil
	})
}
