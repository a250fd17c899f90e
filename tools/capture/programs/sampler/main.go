// Command sampler samples power meters.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/hub"
	"example.org/ops/pool"
	"github.com/gridwatch/sampler/internal/probe"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 24, 2400)
	alarms := hub.New[int]()
	for i := 0; i < 120; i++ {
		go alarms.Subscribe(ctx, func(int) {})
	}
	store := pool.Start(ctx, 80, func(probe.Sample) { time.Sleep(time.Millisecond) })
	plan := probe.NewPlan(200, store)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(3 * time.Second)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			plan.Replace(n * 7)
		case <-ctx.Done():
			plan.Stop()
			return
		}
	}
}
