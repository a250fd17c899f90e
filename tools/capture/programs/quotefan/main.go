// Command quotefan follows quotes.
package main

import (
	"context"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"fx.example/quotefan/spread"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(12)
	desk := spread.NewDesk(ctx)
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 100; i++ {
			desk.Quote(float64(n + i))
		}
	})
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("quotefan", start) }
