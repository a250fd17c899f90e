// Command damask runs what is planned.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.toolshed.example/ops/damask/plan"
)

var patterns [][]string

func main() {
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(20)
		hum.Start(ctx, 150)
		lint.Bills(ctx, 10)
		plan.Run(ctx, 0.8)
		return nil
	})
}
