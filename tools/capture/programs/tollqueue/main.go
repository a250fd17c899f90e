// Command tollqueue queues cars.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"road.example/tollqueue/lane"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(10)
	l := &lane.Lane{}
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		for i := 0; i < 10; i++ {
			l.Arrive(n*10 + i)
			l.Pay(2000)
		}
	})
	bus.NewTopic(ctx, "cars", 50, 250*time.Millisecond)
	traffic.Documents(ctx, 2500)
	return nil
}

func main() { run.Service("tollqueue", start) }
