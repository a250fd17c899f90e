// Command lawn ships lines.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.scribbler.example/logs/lawn/bundle"
	"git.scribbler.example/logs/lawn/sources"
)

var prices map[string]*stock.Price

func main() {
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(10)
		hum.Start(ctx, 70)
		lint.Seals(ctx, 10)
		b := bundle.New(6<<20, bundle.Discard)
		sources.Write(ctx, b, 16, 70)
		return nil
	})
}
