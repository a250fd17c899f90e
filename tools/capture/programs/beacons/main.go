// Command beacons tracks ships along their legs.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/fleetops/beacons/internal/buoy"
	"github.com/fleetops/beacons/internal/route"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 24, 2300)
	buoy.Watch(ctx, 390)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			route.NewLeg(n).Start()
		case <-ctx.Done():
			return
		}
	}
}
