// Command keelhouse tells what boatyards have in their stores.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.boatyard.example/stores/keelhouse/source"
	"git.boatyard.example/stores/keelhouse/stores"
)

var images [][]byte

func main() {
	peer.Main("stock", wiredb.Serve)
	service.Main("keelhouse", func(ctx context.Context) error {
		images = holdings.Images(15)
		residents.Settle(ctx, 220)
		grist.Letters(ctx, 300)
		address, err := peer.Start("stock", "")
		if err != nil {
			return err
		}
		sources := source.NewManager(stores.Open)
		cadence.Spread(ctx, 8, func(n int) {
			sources.Use(ctx, source.Settings{Yard: n % 6, Address: address, Revision: n / 144})
		})
		cadence.Loop(ctx, time.Minute, func(int) { sources.Tidy() })
		return nil
	})
}
