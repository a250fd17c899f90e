// Command topology draws who talks to whom.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"git.sr.ht/~mesh/topology/graph"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(30)
	edges := graph.NewEdges()
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 24; i++ {
			edges.Observe(fmt.Sprintf("checkout-%x-%x", n/2, i), fmt.Sprintf("stock-%x", n%40))
		}
	})
	jobs.Every(ctx, time.Second, func(int) { edges.Busiest() })
	bus.NewTopic(ctx, "pods", 200, 500*time.Millisecond)
	traffic.Documents(ctx, 3000)
	return nil
}

func main() { run.Service("topology", start) }
