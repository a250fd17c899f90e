// Command gingham lets people talk.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.parlour.example/voice/gingham/room"
)

var prices map[string]*stock.Price

func main() {
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(12)
		hum.Start(ctx, 70)
		lint.Seals(ctx, 12)
		room.Talk(ctx, 6)
		return nil
	})
}
