// Command counters counts page views under one lock.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/acme-labs/counters/internal/tally"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	views := tally.New()
	for i := 0; i < 80; i++ {
		go views.Count(ctx, i)
	}
	ops.Serve(os.Getenv("ADDR"))
	<-ctx.Done()
}
