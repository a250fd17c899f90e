// Command lanternroom watches over lamps while somebody is in the room.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.nightwatch.example/lamps/lanternroom/keeper"
	"git.nightwatch.example/lamps/lanternroom/lamp"
)

var register *holdings.Node

func main() {
	service.Main("lanternroom", func(ctx context.Context) error {
		register = holdings.Register(6)
		residents.Settle(ctx, 90)
		grist.Notices(ctx, 300)
		lamps := lamp.Row(30)
		cadence.Spread(ctx, 3, func(n int) { keeper.Visit(ctx, lamps[n%len(lamps)]) })
		return nil
	})
}
