// Command notebook records measurements.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"lab.example/notebook/sampling"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(52)
	probes := make([]*sampling.Series, 40)
	for i := range probes {
		probes[i] = &sampling.Series{}
	}
	jobs.Every(ctx, 100*time.Millisecond, func(n int) {
		for i, s := range probes {
			for k := 0; k < 8; k++ {
				s.Add(float64(n*i%13), n)
			}
		}
	})
	bus.NewTopic(ctx, "probes", 100, 250*time.Millisecond)
	traffic.Documents(ctx, 6000)
	return nil
}

func main() { run.Service("notebook", start) }
