// Command drainer reloads its front when the configuration changes.
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
	"github.com/edgekit/drainer/internal/front"
	"github.com/edgekit/drainer/internal/guest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 12, 1700)
	pool.Start(ctx, 70, func(int) {})
	current, err := front.Listen(0)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	reload := time.NewTicker(2 * time.Second)
	defer reload.Stop()
	for generation := 1; ; generation++ {
		guest.Visit(current.Address(), 2)
		select {
		case <-reload.C:
			next, err := front.Listen(generation)
			if err != nil {
				log.Printf("reload: %v", err)
				continue
			}
			go current.Shutdown()
			current = next
		case <-ctx.Done():
			return
		}
	}
}
