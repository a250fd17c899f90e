// Command transcode keeps many workers ready for few clips.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"media.example.com/transcode/internal/clips"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 12, 1800)
	farm := clips.NewFarm(220)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(120 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			farm.Submit(clips.Clip{ID: n, Frames: 20 + n%40})
		case <-ctx.Done():
			farm.Close()
			return
		}
	}
}
