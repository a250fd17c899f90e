// Command replay replays event logs to many readers.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"gitlab.example.com/data/replay/internal/cursor"
	"gitlab.example.com/data/replay/internal/viewer"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 23, 2300)
	for i := 0; i < 180; i++ {
		go viewer.Follow(ctx, cursor.Open(i, 1<<30))
	}
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(300 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			go viewer.Search(cursor.Open(n, 200), n)
		case <-ctx.Done():
			return
		}
	}
}
