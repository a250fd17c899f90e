// Command routetrie follows route announcements.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"net.example/routetrie/prefix"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(52)
	tree := &prefix.Tree{}
	jobs.Every(ctx, 100*time.Millisecond, func(n int) {
		for i := 0; i < 11; i++ {
			route := uint32(n*11+i) * 2654435761
			tree.Insert(route)
			tree.Withdraw(route)
		}
	})
	bus.NewTopic(ctx, "routes", 120, 250*time.Millisecond)
	traffic.Documents(ctx, 6000)
	return nil
}

func main() { run.Service("routetrie", start) }
