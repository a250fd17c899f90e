// Command harvest collects soil readings.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/agridata/harvest/internal/field"
	"github.com/agridata/harvest/internal/gauge"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 20, 2200)
	bank := gauge.Start(ctx, 380)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(250 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			go field.NewVisit(n, bank).Collect()
		case <-ctx.Done():
			return
		}
	}
}
