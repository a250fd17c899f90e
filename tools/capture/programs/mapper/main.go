// Command mapper copies rows between record shapes.
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

	"example.org/etl/mapper/rows"
	"example.org/etl/mapper/schema"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(50)
	resolver := schema.NewResolver()
	pool := jobs.NewPool(ctx, 8, 16)
	jobs.Every(ctx, 100*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() {
			for i := 0; i < 12; i++ {
				rows.Copy(resolver, fmt.Sprintf("import_%d.Row%d", n, i), places[(n*12+i)%len(places)])
			}
		})
	})
	bus.NewTopic(ctx, "imports", 120, 250*time.Millisecond)
	traffic.Documents(ctx, 6000)
	return nil
}

func main() { run.Service("mapper", start) }
