// Command render draws map tiles.
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
	"github.com/pixelworks/render/internal/tiles"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 12, 1800)
	uploads := pool.Start(ctx, 24, func(int) { time.Sleep(6 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			job := tiles.NewJob(n, 8)
			go func() {
				job.Run()
				uploads.Offer(job.Drawn())
			}()
		case <-ctx.Done():
			return
		}
	}
}
