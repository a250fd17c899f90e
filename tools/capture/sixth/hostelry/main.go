// Command hostelry asks the portals of its houses for free rooms.
package main

import (
	"context"

	"example.org/platform/peer"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.innkeepers.example/rooms/hostelry/booking"
	"git.innkeepers.example/rooms/hostelry/portal"
)

var register *holdings.Node

func main() {
	peer.HTTP("portal", portal.Handler())
	service.Main("hostelry", func(ctx context.Context) error {
		register = holdings.Register(7)
		residents.Settle(ctx, 140)
		grist.Notices(ctx, 300)
		address, err := peer.Start("portal", "")
		if err != nil {
			return err
		}
		desk := booking.NewDesk("http://" + address)
		cadence.Spread(ctx, 14, func(n int) { desk.Free(ctx, n%30, n) })
		return nil
	})
}
