// Command ingest loads a backlog and then keeps up.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"gitlab.example.com/data/ingest/internal/stage"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 16, 1800)
	table := stage.NewTable(8)
	go table.Write(ctx, 4*time.Millisecond)
	for i := 0; i < 300; i++ {
		go table.Load(ctx, i, 20+i/4)
	}
	for i := 0; i < 12; i++ {
		go table.Tail(ctx, i)
	}
	ops.Serve(os.Getenv("ADDR"))
	<-ctx.Done()
}
