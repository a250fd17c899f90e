// Command alerts tells subscribers about rare events.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/gridwatch/alerts/internal/feed"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 14, 1700)
	regions := feed.New(10)
	for i := 0; i < 300; i++ {
		go regions.Listen(ctx, i%10, i)
	}
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(4 * time.Second)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			regions.Announce(n%3, fmt.Sprintf("voltage drop %d", n))
		case <-ctx.Done():
			return
		}
	}
}
