// Command courier takes positions from vehicles that reconnect often.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/fleetops/courier/internal/position"
	"github.com/fleetops/courier/internal/vehicle"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1600)
	address, err := position.Listen(ctx)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	vehicle.Fleet(ctx, address, 120)
	<-ctx.Done()
}
