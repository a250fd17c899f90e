// Command cartdesk reserves stock.
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

	"inv.example/cartdesk/reserve"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(12)
	desk := reserve.NewDesk()
	jobs.Every(ctx, 20*time.Millisecond, func(n int) {
		for i := 0; i < 25; i++ {
			desk.Reserve(fmt.Sprintf("cart-%d-%d", n, i))
			if n >= 400 {
				desk.Release(fmt.Sprintf("cart-%d-%d", n-400, i))
			}
		}
	})
	bus.NewTopic(ctx, "carts", 70, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("cartdesk", start) }
