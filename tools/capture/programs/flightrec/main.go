// Command flightrec records flights.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"aero.example/flightrec/recorder"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(12)
	ring := recorder.New(20000)
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		for i := 0; i < 30; i++ {
			ring.Record(n, float64(i))
		}
	})
	bus.NewTopic(ctx, "sensors", 80, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("flightrec", start) }
