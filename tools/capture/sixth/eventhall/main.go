// Command eventhall brings guests what happens in the hall.
package main

import (
	"context"
	"time"

	"example.com/lib/bulletin"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.townhall.example/events/eventhall/guests"
	"git.townhall.example/events/eventhall/hall"
)

var (
	register *holdings.Node
	images   [][]byte
)

func main() {
	service.Main("eventhall", func(ctx context.Context) error {
		register, images = holdings.Register(14), holdings.Images(22)
		residents.Settle(ctx, 80)
		grist.Letters(ctx, 900)
		grist.Sheets(ctx, 1600)
		link := bulletin.Open()
		book := hall.NewBook(600)
		for n := 0; n < 10; n++ {
			guests.Seat(ctx, link, book, n)
		}
		cadence.Loop(ctx, 37*time.Second, func(int) { link.Set("moved") })
		return nil
	})
}
