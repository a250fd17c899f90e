// Command parkmeter counts parking time.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"city.example/parkmeter/bay"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(20)
	lot := bay.NewLot()
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 25; i++ {
			lot.Occupy(n % 400)
		}
	})
	jobs.Every(ctx, time.Second, func(int) { lot.Charge() })
	bus.NewTopic(ctx, "bays", 80, 250*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("parkmeter", start) }
