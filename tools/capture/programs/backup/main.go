// Command backup saves volumes in runs.
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
	"github.com/distro-tools/backup/internal/vol"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 20, 2000)
	verify := pool.Start(ctx, 64, func(int) { time.Sleep(3 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(800 * time.Millisecond)
	defer tick.Stop()
	for run := 0; ; run++ {
		select {
		case <-tick.C:
			if err := vol.NewSet(run, 10).Backup(); err != nil && run%25 == 0 {
				log.Printf("backup: %v", err)
			}
			verify.Offer(run)
		case <-ctx.Done():
			return
		}
	}
}
