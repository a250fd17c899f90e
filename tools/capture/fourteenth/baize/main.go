// Command baize keeps accounts that one goroutine owns.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.settlement.example/core/baize/ledger"
	"git.settlement.example/core/baize/window"
)

var prices map[string]*stock.Price

func main() {
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(14)
		hum.Start(ctx, 80)
		lint.Bills(ctx, 15)
		books := ledger.Open(ctx, 900)
		base, err := start.Listen(window.Over(books))
		if err != nil {
			return err
		}
		window.Queue(ctx, base, 9)
		return nil
	})
}
