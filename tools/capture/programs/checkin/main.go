// Command checkin checks passengers in.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"gate.example/checkin/board"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(10)
	b := board.New()
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		second := n / 20
		switch {
		case second >= 15 && second < 35:
			b.In(n*300, 300)
		case second >= 42 && second < 62:
			b.Out((n-27*20)*300, 300)
		}
	})
	bus.NewTopic(ctx, "flights", 50, 250*time.Millisecond)
	traffic.Documents(ctx, 3000)
	return nil
}

func main() { run.Service("checkin", start) }
