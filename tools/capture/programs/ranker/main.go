// Command ranker scores search results.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
	"gitlab.example.com/search/ranker/internal/score"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 6, 600)
	pool.Start(ctx, 40, func(int) {})
	ranker := score.NewRanker()
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(500 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			ranker.Rank(n)
		case <-ctx.Done():
			return
		}
	}
}
