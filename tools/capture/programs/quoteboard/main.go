// Command quoteboard shows quotes.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"fx.example/quoteboard/board"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(14)
	b := board.New(ctx)
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 80; i++ {
			b.Show(n + i)
		}
	})
	bus.NewTopic(ctx, "boards", 60, 250*time.Millisecond)
	traffic.Text(ctx, 2000)
	return nil
}

func main() { run.Service("quoteboard", start) }
