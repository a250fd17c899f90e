// Command scopes runs many cancellable operations under one component context.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/acme-labs/scopes/internal/component"
	"github.com/acme-labs/scopes/internal/operation"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 13, 1600)
	parent := component.New()
	for i := 0; i < 150; i++ {
		go operation.Serve(parent, i)
	}
	ops.Serve(os.Getenv("ADDR"))
	<-ctx.Done()
	parent.Stop()
	time.Sleep(10 * time.Millisecond)
}
