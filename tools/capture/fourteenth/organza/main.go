// Command organza loads cars.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.loadpoint.example/power/organza/charger"
)

var patterns [][]string

func main() {
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(8)
		hum.Start(ctx, 60)
		lint.Seals(ctx, 15)
		charger.Yard(ctx, 40, 60)
		return nil
	})
}
