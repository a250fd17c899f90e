// Command parcelroute brings parcels.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.doorstep.example/delivery/parcelroute/route"
)

var codes map[string][]uint16

func main() {
	service.Main("parcelroute", func(ctx context.Context) error {
		codes = holdings.Codes(14)
		residents.Settle(ctx, 420)
		grist.Sheets(ctx, 1000)
		courier := route.NewCourier()
		cadence.Spread(ctx, 16, func(n int) { courier.Bring(route.Parcel{Number: n, House: n * 7 % 1000}) })
		return nil
	})
}
