// Command beaconry keeps links to the beacons along the coast.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.coastguard.example/watch/beaconry/radio"
	"git.coastguard.example/watch/beaconry/station"
)

var register *holdings.Node

func main() {
	service.Main("beaconry", func(ctx context.Context) error {
		register = holdings.Register(6)
		residents.Settle(ctx, 90)
		grist.Sheets(ctx, 300)
		for n := 0; n < 32; n++ {
			station.Keep(ctx, n, radio.Dialer{Fading: n})
		}
		return nil
	})
}
