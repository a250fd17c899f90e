// Command surveys scores answers in rounds.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/forms/surveys/internal/score"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	totals := pool.Start(ctx, 16, func(int64) { time.Sleep(time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(60 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			round := score.NewRound(n)
			go func() { totals.Offer(round.Run(6)) }()
		case <-ctx.Done():
			return
		}
	}
}
