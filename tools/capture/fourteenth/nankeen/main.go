// Command nankeen keeps things as they should be.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.overseer.example/control/nankeen/loop"
)

var (
	prices   map[string]*stock.Price
	patterns [][]string
)

func main() {
	start.Service(func(ctx context.Context) error {
		prices, patterns = stock.Prices(14), stock.Patterns(8)
		hum.Start(ctx, 140)
		lint.Bills(ctx, 15)
		loop.Start(ctx, 24, 6)
		return nil
	})
}
