// Command mailbox gives every conversation an agent with a mailbox.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/hub"
	"github.com/skylark/mailbox/internal/desk"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 13, 1700)
	news := hub.New[string]()
	for i := 0; i < 40; i++ {
		go news.Subscribe(ctx, func(string) {})
	}
	go news.Every(ctx, time.Second, func() string { return "tick" })
	office := desk.Open()
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			office.Begin(n)
			office.Tell(n-3, "more")
			office.End(n - 12)
		case <-ctx.Done():
			return
		}
	}
}
