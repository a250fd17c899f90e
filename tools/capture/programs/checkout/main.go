// Command checkout answers price quotes for shopping carts.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/acme-labs/checkout/internal/api"
	"github.com/acme-labs/checkout/internal/quote"
	"github.com/acme-labs/checkout/internal/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 8, 1500)
	carts := store.Open(ctx, 8)
	server := api.New(carts, quote.NewDesk(carts))
	if err := server.Start(ctx); err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	server.Shop(ctx, 12)
	<-ctx.Done()
}
