// Command fleetrings knows where cars were lately.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.motorpool.example/fleet/fleetrings/track"
)

func main() {
	service.Main("fleetrings", func(ctx context.Context) error {
		fleet := track.NewFleet(420, 60)
		residents.Settle(ctx, 80)
		grist.Letters(ctx, 600)
		cadence.Spread(ctx, 160, fleet.Move)
		return nil
	})
}
