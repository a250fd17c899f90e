// Command orderwire follows orders until they are done.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.merchant.example/events/orderwire/orders"
	"git.merchant.example/events/orderwire/wire"
)

var codes map[string][]uint16

func main() {
	service.Main("orderwire", func(ctx context.Context) error {
		codes = holdings.Codes(8)
		residents.Settle(ctx, 380)
		grist.Letters(ctx, 1200)
		desk := orders.NewDesk(wire.New(ctx))
		cadence.Spread(ctx, 9, desk.Follow)
		return nil
	})
}
