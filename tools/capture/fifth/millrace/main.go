// Command millrace grinds what farmers bring.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.watermill.example/flour/millrace/flour"
)

var codes map[string][]uint16

func main() {
	service.Main("millrace", func(ctx context.Context) error {
		codes = holdings.Codes(11)
		residents.Settle(ctx, 350)
		grist.Notices(ctx, 600)
		mill := flour.NewMill()
		cadence.Spread(ctx, 4, func(n int) { mill.Grind(ctx, n) })
		return nil
	})
}
