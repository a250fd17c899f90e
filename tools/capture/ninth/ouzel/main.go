// Command ouzel follows feeds.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.ouzel.example/feeds/ouzel/desk"
	"go.ouzel.example/feeds/ouzel/publisher"
	"go.ouzel.example/feeds/ouzel/stream"
)

var codes map[string][]uint16

func main() {
	peer.HTTP("publisher", publisher.New())
	service.Main("ouzel", func(ctx context.Context) error {
		codes = holdings.Codes(8)
		residents.Settle(ctx, 70)
		grist.Sheets(ctx, 130)
		address, err := peer.Start("publisher", "")
		if err != nil {
			return err
		}
		d := desk.New(ctx, stream.New("http://"+address), 45)
		cadence.Loop(ctx, 350*time.Millisecond, d.Renew)
		return nil
	})
}
