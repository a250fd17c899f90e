// Command scheduler runs periodic jobs.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"gitlab.example.com/platform/scheduler/internal/cron"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 18, 2000)
	jobs := cron.New()
	for i := 0; i < 60; i++ {
		go jobs.Every(ctx, i, time.Duration(1+i%15)*time.Second)
	}
	for i := 0; i < 30; i++ {
		go jobs.Watch(i)
	}
	ops.Serve(os.Getenv("ADDR"))
	<-ctx.Done()
}
