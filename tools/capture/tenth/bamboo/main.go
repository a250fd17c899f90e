// Command bamboo tells bidders of bids.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.bamboo.example/bids/bamboo/bidders"
	"go.bamboo.example/bids/bamboo/hub"
)

var ledger []*cargo.Entry

func main() {
	peer.Main("bidders", bidders.Bid)
	boot.Main("bamboo", func(ctx context.Context) error {
		ledger = cargo.Ledger(11)
		hands.Take(ctx, 50)
		spray.Orders(ctx, 35)
		h, err := hub.Open(ctx)
		if err != nil {
			return err
		}
		boot.Every(ctx, 500*time.Millisecond, h.Bell)
		_, err = peer.Start("bidders", h.Address())
		return err
	})
}
