// Command deploys rolls versions out step by step.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
	"example.org/ops/churn"
	"gitlab.example.com/platform/deploys/internal/rollout"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	plan := rollout.New()
	go plan.Run(ctx)
	for i := 0; i < 120; i++ {
		go plan.Ask(ctx, i)
	}
	ops.Serve(os.Getenv("ADDR"))
	<-ctx.Done()
}
