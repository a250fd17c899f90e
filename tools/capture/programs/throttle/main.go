// Command throttle forwards packets with pauses.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"example.com/edge/throttle/internal/lane"
	"example.org/ops"
	"example.org/ops/churn"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 9, 1500)
	for i := 0; i < 50; i++ {
		l := lane.New(i)
		go l.Fill(ctx)
		go l.Forward(ctx)
	}
	ops.Serve(os.Getenv("ADDR"))
	<-ctx.Done()
}
