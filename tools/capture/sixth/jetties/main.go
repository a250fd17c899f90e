// Command jetties keeps lines to the pilots of a harbour.
package main

import (
	"context"

	"example.org/platform/peer"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.harbour.example/berths/jetties/berth"
	"git.harbour.example/berths/jetties/pilot"
)

var register *holdings.Node

func main() {
	peer.Main("pilot", pilot.Serve)
	service.Main("jetties", func(ctx context.Context) error {
		register = holdings.Register(6)
		residents.Settle(ctx, 100)
		grist.Sheets(ctx, 300)
		address, err := peer.Start("pilot", "")
		if err != nil {
			return err
		}
		lines := berth.New(address)
		cadence.Spread(ctx, 9, func(n int) { lines.Ask(n) })
		return nil
	})
}
