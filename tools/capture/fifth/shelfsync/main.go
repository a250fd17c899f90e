// Command shelfsync keeps the shelves of many shops in step with the list of the house.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.bookcrate.example/stock/shelfsync/stock"
)

var register *holdings.Node

func main() {
	service.Main("shelfsync", func(ctx context.Context) error {
		register = holdings.Register(14)
		residents.Settle(ctx, 320)
		grist.Sheets(ctx, 700)
		keeper := stock.NewKeeper(48)
		cadence.Spread(ctx, 15, func(n int) { keeper.Visit(n) })
		return nil
	})
}
