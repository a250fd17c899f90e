// Command glassworks cuts panes to order.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.furnace.example/panes/glassworks/furnace"
)

var register *holdings.Node

func main() {
	service.Main("glassworks", func(ctx context.Context) error {
		register = holdings.Register(8)
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 400)
		works := furnace.New()
		cadence.Loop(ctx, 60*time.Millisecond, works.Order)
		return nil
	})
}
