// Command statline follows matches.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"sport.example/statline/match"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(18)
	m := match.New("home", "away")
	jobs.Every(ctx, 40*time.Millisecond, func(n int) {
		for p := 0; p < 60; p++ {
			m.Score(n, p)
		}
	})
	bus.NewTopic(ctx, "goals", 70, 250*time.Millisecond)
	traffic.Documents(ctx, 2500)
	return nil
}

func main() { run.Service("statline", start) }
