// Command gleaners adds up sales in batches.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.harvesthome.example/stats/gleaners/batch"
	"go.harvesthome.example/stats/gleaners/sales"
)

var register *holdings.Node

func main() {
	service.Main("gleaners", func(ctx context.Context) error {
		register = holdings.Register(5)
		residents.Settle(ctx, 80)
		totals := batch.NewTotals()
		cadence.Loop(ctx, 16*time.Second, func(n int) {
			log.Printf("batch %d: %d groups", n, totals.Run(sales.Read(n, 90000)))
		})
		cadence.Spread(ctx, 10, func(n int) { totals.Of(n % 40) })
		return nil
	})
}
