// Command inkpress has pages set by an outside program.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.broadsheet.example/print/inkpress/plate"
	"git.broadsheet.example/print/inkpress/press"
)

var codes map[string][]uint16

func main() {
	service.Main("inkpress", func(ctx context.Context) error {
		codes = holdings.Codes(6)
		residents.Settle(ctx, 200)
		grist.Letters(ctx, 300)
		floor := press.New()
		cadence.Spread(ctx, 1.6, func(n int) { floor.Print(ctx, plate.New(n)) })
		return nil
	})
}
