// Command elastica scores documents.
package main

import (
	"context"
	"runtime/debug"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"srch.example/elastica/score"
)

var words map[string]uint32

func start(ctx context.Context) error {
	debug.SetGCPercent(500)
	words = tables.Dictionary(16)
	jobs.Every(ctx, 25*time.Millisecond, func(n int) { score.Top(n, 700) })
	bus.NewTopic(ctx, "queries", 40, 250*time.Millisecond)
	traffic.Documents(ctx, 3000)
	return nil
}

func main() { run.Service("elastica", start) }
