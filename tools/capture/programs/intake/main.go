// Command intake takes insurance claims.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"corp.example.net/claims/intake/internal/line"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1600)
	desks := make([]*line.Line, 40)
	for i := range desks {
		desks[i] = line.New(6)
	}
	archive := pool.Start(ctx, 32, func(int) { time.Sleep(4 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(30 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			desk, claim := desks[n%len(desks)], n
			go func() {
				desk.Enter()
				time.Sleep(3 * time.Millisecond)
				desk.Leave(claim%50 != 7)
				archive.Offer(claim)
			}()
			if n%100 == 0 {
				desks[(n/100)%len(desks)].Reopen()
			}
		case <-ctx.Done():
			return
		}
	}
}
