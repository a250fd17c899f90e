// Command replayer follows orders.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"events.example/replayer/aggregate"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(22)
	orders := make([]*aggregate.Order, 300)
	for i := range orders {
		orders[i] = aggregate.NewOrder(i)
	}
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 90; i++ {
			orders[(n*90+i)%len(orders)].Apply(aggregate.Event{Kind: "moved", Sequence: n})
		}
	})
	bus.NewTopic(ctx, "orders", 80, 200*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("replayer", start) }
