// Command twite carries connections from the edge to the inside.
package main

import (
	"context"

	"example.org/platform/peer"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.twite.example/edge/twite/ends"
	"go.twite.example/edge/twite/tunnel"
)

var images [][]byte

func main() {
	peer.Main("inside", ends.Inside)
	peer.Main("outside", ends.Outside)
	service.Main("twite", func(ctx context.Context) error {
		images = holdings.Images(6)
		residents.Settle(ctx, 90)
		grist.Sheets(ctx, 150)
		inside, err := peer.Start("inside", "")
		if err != nil {
			return err
		}
		t, err := tunnel.Open(inside)
		if err != nil {
			return err
		}
		_, err = peer.Start("outside", t.Address())
		return err
	})
}
