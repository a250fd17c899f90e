// Command pulsedesk watches over patients.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.wardroom.example/health/pulsedesk/pulse"
	"git.wardroom.example/health/pulsedesk/ward"
)

var codes map[string][]uint16

func main() {
	service.Main("pulsedesk", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		residents.Settle(ctx, 140)
		grist.Letters(ctx, 1500)
		book := pulse.NewBook()
		for i := 0; i < 8; i++ {
			w := ward.New(i, book)
			cadence.Loop(ctx, 25*time.Millisecond, w.Round)
		}
		return nil
	})
}
