// Command weather collects readings from stations.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/acme-labs/weather/internal/field"
	"github.com/acme-labs/weather/internal/station"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	address, err := field.Listen(ctx)
	if err != nil {
		log.Fatal(err)
	}
	client := station.NewClient(address)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			client.Refresh(n)
		case <-ctx.Done():
			return
		}
	}
}
