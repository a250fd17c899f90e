// Command callbackd starts jobs elsewhere and waits for their callback.
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

	"flow.example/callbackd/rendezvous"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(14)
	pool := jobs.NewPool(ctx, 6, 12)
	jobs.Every(ctx, 400*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() {
			if err := rendezvous.Await(300 * time.Millisecond); err != nil && n%50 == 0 {
				log.Print(err)
			}
		})
	})
	bus.NewTopic(ctx, "jobs", 90, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("callbackd", start) }
