// Command jacquard draws charts of the weather.
package main

import (
	"context"
	"time"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.weathermap.example/sky/jacquard/chart"
	"git.weathermap.example/sky/jacquard/tune"
)

var patterns [][]string

func main() {
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(14)
		hum.Start(ctx, 90)
		lint.Bills(ctx, 20)
		chart.Draw(ctx, 18)
		tune.Steps(40*time.Second, 50, 150, 400)
		return nil
	})
}
