// Command reportd writes a journal of what it prints.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"docs.example/reportd/journal"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(20)
	writer := &journal.Writer{}
	pool := jobs.NewPool(ctx, 5, 20)
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() {
			for i := 0; i < 60; i++ {
				writer.Line(fmt.Sprintf("report %d section %d printed, no error, 12 pages, tray 2", n, i))
			}
		})
	})
	jobs.Every(ctx, time.Second, func(int) { writer.Tail(80) })
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("reportd", start) }
