// Command turnstile admits requests.
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

	"github.com/acme-edge/turnstile/limits"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(55)
	addresses := &limits.PerAddress{}
	jobs.Every(ctx, 40*time.Millisecond, func(n int) {
		for i := 0; i < 7; i++ {
			addresses.Allow(fmt.Sprintf("10.%d.%d.%d", n>>8&255, n&255, i))
		}
	})
	bus.NewTopic(ctx, "bans", 150, 400*time.Millisecond)
	traffic.Text(ctx, 6000)
	return nil
}

func main() { run.Service("turnstile", start) }
