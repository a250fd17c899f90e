// Command ledger books payments through one owner goroutine.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
	"gitlab.example.com/finance/ledger/internal/book"
	"gitlab.example.com/finance/ledger/internal/intake"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 16, 1800)
	accounts := book.Open(ctx)
	statements := pool.Start(ctx, 40, func(int) { time.Sleep(3 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	intake.New(accounts.Client(), statements).Run(ctx)
}
