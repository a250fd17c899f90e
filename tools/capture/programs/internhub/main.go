// Command internhub canonicalises terms.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"lexis.example/internhub/term"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(10)
	window := term.NewWindow(20000)
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		for i := 0; i < 60; i++ {
			window.Add(n*60 + i)
		}
	})
	bus.NewTopic(ctx, "terms", 50, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("internhub", start) }
