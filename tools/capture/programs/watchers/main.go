// Command watchers keeps configuration watches for many services.
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
	"gitlab.example.com/platform/watchers/internal/client"
	"gitlab.example.com/platform/watchers/internal/watch"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 18, 2200)
	keys := watch.NewRegistry()
	go keys.Rewrite(ctx)
	renders := pool.Start(ctx, 30, func(string) { time.Sleep(4 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	client.Run(ctx, keys, renders, 24)
}
