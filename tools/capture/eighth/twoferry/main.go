// Command twoferry takes freight over the water.
package main

import (
	"context"
	"log"
	"os"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.ferrymen.example/freight/twoferry/manifest"
	"go.ferrymen.example/freight/twoferry/receipts"
)

var register *holdings.Node

func main() {
	service.Main("twoferry", func(ctx context.Context) error {
		register = holdings.Register(18)
		residents.Settle(ctx, 140)
		grist.Sheets(ctx, 220)
		folder, err := os.MkdirTemp("", "receipts")
		if err != nil {
			return err
		}
		desk := manifest.Open(ctx)
		store := receipts.New(folder)
		cadence.Spread(ctx, 14, func(n int) { load(desk, store, n) })
		cadence.Loop(ctx, 300*time.Millisecond, func(int) { store.Sweep() })
		return nil
	})
}

func load(desk *manifest.Desk, store *receipts.Store, n int) {
	if err := store.Write(n); err != nil && err != receipts.ErrRefused {
		log.Print(err)
	}
	if err := desk.Submit(n); err != nil {
		log.Print(err)
	}
}
