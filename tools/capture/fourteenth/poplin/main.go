// Command poplin remembers sessions.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.greatstore.example/kv/poplin/visit"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(16)
		hum.Start(ctx, 110)
		lint.Letters(ctx, 20)
		visit.Guests(ctx, 5000, 1100)
		return nil
	})
}
