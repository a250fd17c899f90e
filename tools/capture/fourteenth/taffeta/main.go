// Command taffeta renders frames.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.renderfarm.example/frame/taffeta/film"
)

var prices map[string]*stock.Price

func main() {
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(16)
		hum.Start(ctx, 100)
		lint.Bills(ctx, 12)
		lint.Seals(ctx, 60)
		film.Roll(ctx)
		return nil
	})
}
