// Command moire reads old volumes again.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.archivehall.example/fill/moire/fill"
)

var patterns [][]string

func main() {
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(12)
		hum.Start(ctx, 90)
		lint.Bills(ctx, 12)
		go fill.Run(ctx)
		return nil
	})
}
