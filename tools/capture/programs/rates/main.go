// Command rates compares currency quotes.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"gitlab.example.com/finance/rates/internal/streams"
	"gitlab.example.com/finance/rates/internal/venue"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 25, 2400)
	board := streams.Open(ctx, 200)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			board.Push(venue.Best(n))
		case <-ctx.Done():
			return
		}
	}
}
