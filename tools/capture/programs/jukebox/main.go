// Command jukebox plays songs.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"radio.example/jukebox/song"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(14)
	pool := jobs.NewPool(ctx, 8, 64)
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 30; i++ {
			pool.Submit(ctx, func() { song.Play(n) })
		}
	})
	bus.NewTopic(ctx, "songs", 80, 250*time.Millisecond)
	traffic.Documents(ctx, 2500)
	return nil
}

func main() { run.Service("jukebox", start) }
