// Command shelflife prints labels and keeps them while they are fresh.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.dairyworks.example/stock/shelflife/fridge"
	"git.dairyworks.example/stock/shelflife/label"
)

var register *holdings.Node

func main() {
	service.Main("shelflife", func(ctx context.Context) error {
		register = holdings.Register(14)
		labels := fridge.New[int, *label.Label](5 * time.Second)
		go labels.Sweep(ctx, time.Second)
		residents.Settle(ctx, 130)
		grist.Sheets(ctx, 900)
		cadence.Spread(ctx, 24, func(n int) {
			if _, ok := labels.Get(n); ok {
				return
			}
			if n%211 == 210 {
				labels.PutQuiet(n, label.Print(n))
				return
			}
			labels.Put(n, label.Print(n), label.Withdraw)
		})
		return nil
	})
}
