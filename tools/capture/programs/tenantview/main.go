// Command tenantview shows tenants their views.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"saas.example/tenantview/view"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(18)
	views := view.NewViews()
	jobs.Every(ctx, 50*time.Millisecond, func(n int) {
		for i := 0; i < 30; i++ {
			if err := views.Show(fmt.Sprintf("tenant-%d", n*3/2-i%4), i); err != nil {
				log.Print(err)
			}
		}
	})
	bus.NewTopic(ctx, "tenants", 80, 250*time.Millisecond)
	traffic.Documents(ctx, 2500)
	return nil
}

func main() { run.Service("tenantview", start) }
