// Command spooler hands pages to printers.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"corp.example.net/print/spooler/internal/tray"
	"example.org/ops"
	"example.org/ops/churn"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 9, 1500)
	pages := tray.New()
	printers := pages.Printers(64)
	ops.Serve(os.Getenv("ADDR"))
	go func() {
		tick := time.NewTicker(60 * time.Millisecond)
		defer tick.Stop()
		for n := 0; ; n++ {
			select {
			case <-tick.C:
				pages.Put(n)
			case <-ctx.Done():
				pages.Close()
				return
			}
		}
	}()
	printers.Wait()
}
