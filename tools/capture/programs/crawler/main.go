// Command crawler visits submitted sites.
package main

import (
	"context"
	"math/rand"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
	"github.com/searchworks/crawler/internal/fetch"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 16, 2000)
	pages := pool.Start(ctx, 60, func(string) { time.Sleep(4 * time.Millisecond) })
	crawler := fetch.New(pages)
	ops.Serve(os.Getenv("ADDR"))
	random := rand.New(rand.NewSource(4))
	tick := time.NewTicker(400 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			crawler.Submit(random.Intn(120))
		case <-ctx.Done():
			return
		}
	}
}
