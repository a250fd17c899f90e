// Command castingcall casts on demand.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.foundry.example/jobs/castingcall/mould"
)

var codes map[string][]uint16

func main() {
	service.Main("castingcall", func(ctx context.Context) error {
		codes = holdings.Codes(11)
		residents.Settle(ctx, 120)
		grist.Sheets(ctx, 1100)
		shop := mould.NewShop()
		cadence.Spread(ctx, 42, func(n int) { shop.Cast(ctx, n) })
		return nil
	})
}
