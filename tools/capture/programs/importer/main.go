// Command importer loads supplier price files.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/hub"
	"example.org/ops/pool"
	"github.com/northwind-io/importer/internal/load"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 20, 2500)
	var seen int64
	prices := hub.New[load.Price]()
	for i := 0; i < 260; i++ {
		go prices.Subscribe(ctx, func(load.Price) { atomic.AddInt64(&seen, 1) })
	}
	checks := pool.Start(ctx, 120, func(load.Price) { time.Sleep(20 * time.Millisecond) })
	loader := load.NewLoader(prices, checks)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			if err := loader.File(n); err != nil {
				log.Printf("importer: %v", err)
			}
		case <-ctx.Done():
			return
		}
	}
}
