// Command nightly rebuilds aggregates in batches.
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
	"gitlab.example.com/data/nightly/internal/batch"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 15, 1800)
	ops.Serve(os.Getenv("ADDR"))
	for n := 0; ctx.Err() == nil; n++ {
		if err := batch.Rebuild(ctx, n, 200); err != nil {
			log.Printf("nightly: %v", err)
		}
		time.Sleep(300 * time.Millisecond)
	}
}
