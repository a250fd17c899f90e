// Command metronome plays tracks.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"audio.example/metronome/tempo"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(48)
	pool := jobs.NewPool(ctx, 8, 64)
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 11; i++ {
			pool.Submit(ctx, func() { new(tempo.Track).Start(n) })
		}
	})
	bus.NewTopic(ctx, "beats", 140, 250*time.Millisecond)
	traffic.Documents(ctx, 6000)
	return nil
}

func main() { run.Service("metronome", start) }
