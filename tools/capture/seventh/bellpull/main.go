// Command bellpull follows the objects of all kinds that there are.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.fleetroom.example/hub/bellpull/detector"
	"go.fleetroom.example/hub/bellpull/informer"
)

var codes map[string][]uint16

func main() {
	service.Main("bellpull", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		residents.Settle(ctx, 50)
		grist.Sheets(ctx, 200)
		factory := informer.NewFactory()
		d := detector.New(factory)
		cadence.Loop(ctx, 3*time.Second, func(int) { d.Discover([]string{"pods", "secrets", "services", "claims"}) })
		cadence.Spread(ctx, 25, func(n int) { factory.Kind([]string{"pods", "secrets", "services", "claims"}[n%4]).Changed(n) })
		return nil
	})
}
