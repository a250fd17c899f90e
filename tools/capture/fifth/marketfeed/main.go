// Command marketfeed follows quotes for its desks.
package main

import (
	"context"

	"example.org/platform/peer"
	"example.org/rpcapi"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.tradepost.example/data/marketfeed/desks"
	"git.tradepost.example/data/marketfeed/lines"
)

var images [][]byte

func main() {
	peer.Main("exchange", rpcapi.Serve)
	service.Main("marketfeed", func(ctx context.Context) error {
		address, err := peer.Start("exchange", "")
		if err != nil {
			return err
		}
		bundle, err := lines.Dial(address, 4)
		if err != nil {
			return err
		}
		images = holdings.Images(9)
		grist.Notices(ctx, 400)
		desks.Open(ctx, bundle, 200)
		return nil
	})
}
