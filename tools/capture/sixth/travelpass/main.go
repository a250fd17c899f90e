// Command travelpass accompanies travellers from gate to gate.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.embarkation.example/gate/travelpass/journeys"
	"git.embarkation.example/gate/travelpass/lifetime"
)

var codes map[string][]uint16

func main() {
	service.Main("travelpass", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		residents.Settle(ctx, 80)
		grist.Letters(ctx, 600)
		life := lifetime.Of(ctx)
		desk := journeys.NewDesk(life)
		cadence.Spread(ctx, 22, desk.Accompany)
		cadence.Loop(ctx, 5*time.Second, func(int) { desk.Count() })
		return nil
	})
}
