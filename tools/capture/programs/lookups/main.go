// Command lookups resolves service names.
package main

import (
	"context"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
	"gitlab.example.com/platform/lookups/internal/resolve"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 12, 1800)
	names := resolve.New(ctx)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		batch, _ := strconv.Atoi(r.URL.Query().Get("batch"))
		for i := 0; i < 40; i++ {
			if _, err := names.Lookup(batch*40 + i); err != nil {
				http.Error(w, err.Error(), http.StatusBadGateway)
				return
			}
		}
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: 400 * time.Millisecond, Path: func(r *rand.Rand) string {
		return "/?batch=" + strconv.Itoa(r.Intn(1000))
	}})
	<-ctx.Done()
}
