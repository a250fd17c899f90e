// Command mirrors synchronises package mirrors.
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
	"github.com/distro-tools/mirrors/internal/sync"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 30, 2000)
	checks := pool.Start(ctx, 30, func(string) { time.Sleep(time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	sync.NewQueue(checks).Run(ctx, 10*time.Millisecond)
}
