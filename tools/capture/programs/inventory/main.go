// Command inventory reserves stock.
package main

import (
	"context"
	"log"
	"math/rand"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
	"github.com/acme-labs/inventory/internal/shelf"
	"github.com/acme-labs/inventory/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 8, 1500)
	address, err := traffic.Serve(ctx, web.Routes(shelf.New(1000)))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 25, Pause: 600 * time.Millisecond, Timeout: 2 * time.Second, Path: func(r *rand.Rand) string {
		verb := []string{"reserve", "free", "count", "reserve"}[r.Intn(4)]
		return "/" + verb + "?article=" + strconv.Itoa(r.Intn(1200))
	}})
	<-ctx.Done()
}
