// Command quotelink asks for quotes.
package main

import (
	"context"
	"fmt"
	"log"

	"example.org/platform/peer"
	"example.org/rpcapi"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.ticker.example/feeds/quotelink/ask"
)

func main() {
	peer.Main("quotes", rpcapi.Serve)
	service.Main("quotelink", func(ctx context.Context) error {
		address, err := peer.Start("quotes", "")
		if err != nil {
			return err
		}
		residents.Settle(ctx, 160)
		grist.Letters(ctx, 1200)
		desk, err := ask.NewDesk(address)
		if err != nil {
			return err
		}
		cadence.Spread(ctx, 5, func(n int) {
			if _, err := desk.Quote(ctx, fmt.Sprint("S", n%300)); err != nil && ctx.Err() == nil {
				log.Print(err)
			}
		})
		cadence.Spread(ctx, 0.8, func(n int) {
			if err := desk.Verify(ctx, address, fmt.Sprint("S", n%300)); err != nil && ctx.Err() == nil {
				log.Print(err)
			}
		})
		return nil
	})
}
