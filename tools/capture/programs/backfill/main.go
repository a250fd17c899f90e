// Command backfill serves a lake while an import runs.
package main

import (
	"context"

	"example.org/platform/bus"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"lake.example/backfill/load"

	"time"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(12)
	go load.History(ctx, 50*time.Second)
	bus.NewTopic(ctx, "partitions", 50, 250*time.Millisecond)
	traffic.Documents(ctx, 5000)
	return nil
}

func main() { run.Service("backfill", start) }
