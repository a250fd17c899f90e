// Command cheviot says who may do what.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.badgehouse.example/auth/cheviot/gate"
	"git.badgehouse.example/auth/cheviot/tenant"
)

var prices map[string]*stock.Price

func main() {
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(18)
		hum.Start(ctx, 160)
		lint.Bills(ctx, 12)
		house := tenant.House(60)
		base, err := start.Listen(gate.For(house))
		if err != nil {
			return err
		}
		gate.Crowd(ctx, base, 30)
		return nil
	})
}
