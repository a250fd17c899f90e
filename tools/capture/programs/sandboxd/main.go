// Command sandboxd runs experiments against throw-away servers.
package main

import (
	"context"
	"log"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"lab.example/sandboxd/experiment"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(12)
	client := web.NewClient(100)
	pool := jobs.NewPool(ctx, 3, 6)
	jobs.Every(ctx, 500*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() {
			if err := experiment.Run(client, n); err != nil {
				log.Print(err)
			}
		})
	})
	bus.NewTopic(ctx, "results", 60, 250*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("sandboxd", start) }
