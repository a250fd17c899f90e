// Command selfwatch keeps its own latest profiles.
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

	"mon.example/selfwatch/blackbox"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(10)
	box := blackbox.New(12)
	jobs.Every(ctx, 5*time.Second, func(int) {
		if err := box.Take("heap", "goroutine"); err != nil {
			log.Print(err)
		}
	})
	bus.NewTopic(ctx, "alerts", 150, 250*time.Millisecond)
	traffic.Documents(ctx, 2500)
	return nil
}

func main() { run.Service("selfwatch", start) }
