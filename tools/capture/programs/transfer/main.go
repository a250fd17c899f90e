// Command transfer moves money between accounts.
package main

import (
	"context"
	"math/rand"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
	"gitlab.example.com/finance/transfer/internal/bank"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	accounts := bank.Open(400)
	receipts := pool.Start(ctx, 50, func(int) { time.Sleep(3 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	random := rand.New(rand.NewSource(2))
	tick := time.NewTicker(60 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			from, to := random.Intn(400), random.Intn(400)
			if from == to {
				continue
			}
			// A settlement answers the transfer of the same pair.
			if n%5 == 0 {
				go accounts.Settle(from, to, 50)
			}
			go func() {
				accounts.Move(from, to, 100)
				receipts.Offer(from)
			}()
		case <-ctx.Done():
			return
		}
	}
}
