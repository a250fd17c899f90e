// Command chronos runs scheduled jobs.
package main

import (
	"context"

	"example.org/platform/bus"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"sched.example/chronos/plan"

	"time"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(16)
	plan.Start(500)
	bus.NewTopic(ctx, "jobs", 90, 250*time.Millisecond)
	traffic.Text(ctx, 3000)
	return nil
}

func main() { run.Service("chronos", start) }
