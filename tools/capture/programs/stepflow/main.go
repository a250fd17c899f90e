// Command stepflow runs a state machine.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"wf.example/stepflow/machine"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(12)
	m := machine.New(ctx)
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		for i := 0; i < 8; i++ {
			m.Step(n)
		}
	})
	bus.NewTopic(ctx, "steps", 60, 250*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("stepflow", start) }
