// Command pixelpool draws pictures.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"img.example/pixelpool/surface"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(16)
	pool := jobs.NewPool(ctx, 4, 16)
	jobs.Every(ctx, 40*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() { surface.New(96, 36).Draw(n) })
	})
	bus.NewTopic(ctx, "pictures", 60, 250*time.Millisecond)
	traffic.Documents(ctx, 6000)
	return nil
}

func main() { run.Service("pixelpool", start) }
