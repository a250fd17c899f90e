// Command retrier repeats failed deliveries.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/postbox-app/retrier/internal/attempt"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 12, 1600)
	deliveries := attempt.New(300 * time.Millisecond)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(70 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			go deliveries.Send(ctx, n)
		case <-ctx.Done():
			return
		}
	}
}
