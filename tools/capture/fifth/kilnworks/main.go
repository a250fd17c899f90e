// Command kilnworks fires pots and watches the thermometers.
package main

import (
	"context"
	"log"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.potter.example/studio/kilnworks/kiln"
)

var register *holdings.Node

func main() {
	service.Main("kilnworks", func(ctx context.Context) error {
		register = holdings.Register(10)
		residents.Settle(ctx, 190)
		grist.Sheets(ctx, 500)
		k := kiln.New("/bin/echo")
		cadence.Spread(ctx, 0.8, func(n int) {
			if err := k.Fire(n); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
