// Command campaign mails many customers at once, slowly.
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
	"example.org/ops/pool"
	"shop.example.com/marketing/campaign/internal/blast"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 12, 1600)
	stats := pool.Start(ctx, 20, func(int) { time.Sleep(time.Millisecond) })
	mail := blast.New(ctx, 14*time.Millisecond, stats)
	ops.Serve(os.Getenv("ADDR"))
	small := time.NewTicker(5 * time.Second)
	defer small.Stop()
	big := time.NewTimer(25 * time.Second)
	for {
		select {
		case <-small.C:
			mail.Deliver(10)
		case <-big.C:
			log.Printf("campaign: autumn sale starts")
			mail.Deliver(2500)
		case <-ctx.Done():
			return
		}
	}
}
