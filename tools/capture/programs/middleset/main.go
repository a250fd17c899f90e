// Command middleset reloads its request rules.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"api.example/middleset/chain"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(20)
	rules := chain.New()
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 3; i++ {
			rules.Reload(n)
		}
	})
	jobs.Every(ctx, time.Second, func(n int) { rules.Check(n) })
	bus.NewTopic(ctx, "rules", 70, 250*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("middleset", start) }
