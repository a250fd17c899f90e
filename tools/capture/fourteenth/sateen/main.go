// Command sateen passes quotes on.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.marketrow.example/quotes/sateen/desk"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(12)
		hum.Start(ctx, 70)
		lint.Bills(ctx, 15)
		desk.Open(ctx, 24, 450)
		return nil
	})
}
