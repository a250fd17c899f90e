// Command leasehold lets rooms for a short time.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.estateoffice.example/rooms/leasehold/lease"
)

var codes map[string][]uint16

func main() {
	service.Main("leasehold", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		residents.Settle(ctx, 50)
		grist.Letters(ctx, 1000)
		office := lease.NewOffice()
		cadence.Spread(ctx, 24, func(n int) { office.Let(ctx, n) })
		return nil
	})
}
