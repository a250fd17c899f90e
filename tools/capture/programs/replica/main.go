// Command replica follows a leader that changes.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/kvlabs/replica/internal/follow"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 15, 1700)
	group := follow.NewGroup(16)
	ops.Serve(os.Getenv("ADDR"))
	entries := time.NewTicker(20 * time.Millisecond)
	elections := time.NewTicker(4 * time.Second)
	defer entries.Stop()
	defer elections.Stop()
	for term := 0; ; {
		select {
		case <-entries.C:
			group.Append([]byte("entry"))
		case <-elections.C:
			term++
			group.Elect(term)
		case <-ctx.Done():
			group.Stop()
			return
		}
	}
}
