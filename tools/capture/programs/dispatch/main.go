// Command dispatch shows rides to drivers as they change.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
	"github.com/fleetops/dispatch/internal/board"
	"github.com/fleetops/dispatch/internal/live"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 8, 1500)
	rides := board.New()
	go rides.Simulate(ctx, 40*time.Millisecond)
	mux := http.NewServeMux()
	mux.Handle("/stream", live.NewStream(rides))
	address, err := traffic.Serve(ctx, mux)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 15, Pause: time.Second, Path: func(r *rand.Rand) string {
		return fmt.Sprintf("/stream?ride=%d", r.Intn(100))
	}})
	<-ctx.Done()
}
