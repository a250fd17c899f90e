// Command ticketbooth lets few at a time on each ride.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.fairground.example/rides/ticketbooth/permit"
	"git.fairground.example/rides/ticketbooth/ride"
)

var register *holdings.Node

func main() {
	service.Main("ticketbooth", func(ctx context.Context) error {
		register = holdings.Register(12)
		residents.Settle(ctx, 160)
		grist.Sheets(ctx, 800)
		rides := []*ride.Ride{ride.New("wheel", 3), ride.New("slide", 2), ride.New("train", 4), ride.New("swing", 5)}
		cadence.Spread(ctx, 11, func(n int) {
			permit.Recovered(func() { rides[n%len(rides)].Go(n) })
		})
		return nil
	})
}
