// Command linden takes statistics in.
package main

import (
	"context"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.linden.example/metrics/linden/fleet"
	"go.linden.example/metrics/linden/ingest"
	"go.linden.example/metrics/linden/table"
)

var ledger []*cargo.Entry

func main() {
	peer.Main("fleet", fleet.Send)
	boot.Main("linden", func(ctx context.Context) error {
		ledger = cargo.Ledger(12)
		hands.Take(ctx, 130)
		spray.Orders(ctx, 40)
		server, err := ingest.Listen(table.New(300))
		if err != nil {
			return err
		}
		_, err = peer.Start("fleet", server.Address())
		return err
	})
}
