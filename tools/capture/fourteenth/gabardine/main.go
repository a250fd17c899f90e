// Command gabardine carries wagons over.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.crossing.example/ferry/gabardine/quay"
)

var patterns [][]string

func main() {
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(26)
		hum.Start(ctx, 120)
		lint.Bills(ctx, 20)
		lint.Letters(ctx, 10)
		quay.Open(ctx, 70)
		return nil
	})
}
