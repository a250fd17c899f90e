// Command chintz carries parcels to depots.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.carrier.example/mail/chintz/depot"
)

var prices map[string]*stock.Price

func main() {
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(12)
		hum.Start(ctx, 80)
		lint.Bills(ctx, 12)
		depot.Run(ctx, 12, 90)
		return nil
	})
}
