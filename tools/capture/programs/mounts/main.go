// Command mounts keeps network shares mounted.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"corp.example.net/storage/mounts/internal/share"
	"corp.example.net/storage/mounts/internal/transfer"
	"example.org/ops"
	"example.org/ops/churn"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 26, 2300)
	copies := transfer.Start(ctx, 300)
	table := share.NewTable(80)
	ops.Serve(os.Getenv("ADDR"))
	remount := time.NewTicker(3 * time.Second)
	work := time.NewTicker(20 * time.Millisecond)
	defer remount.Stop()
	defer work.Stop()
	for n := 0; ; n++ {
		select {
		case <-remount.C:
			table.Mount(n % 80)
		case <-work.C:
			copies.Copy(n)
		case <-ctx.Done():
			return
		}
	}
}
