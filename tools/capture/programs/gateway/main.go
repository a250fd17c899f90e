// Command gateway opens tunnels to upstreams.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"example.com/edge/gateway/internal/tunnel"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 14, 2000)
	tunnels := tunnel.NewTable(ctx, 64)
	mux := http.NewServeMux()
	mux.HandleFunc("/open", func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("tenant"))
		fmt.Fprintln(w, tunnels.For(id).Open())
	})
	mux.HandleFunc("/proxy", func(w http.ResponseWriter, r *http.Request) { time.Sleep(5 * time.Millisecond) })
	address, err := traffic.Serve(ctx, mux)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 6, Pause: 2 * time.Second, Path: func(r *rand.Rand) string {
		return "/open?tenant=" + strconv.Itoa(r.Intn(64))
	}})
	traffic.Drive(ctx, address, traffic.Load{Clients: 50, Pause: time.Second, Path: func(*rand.Rand) string { return "/proxy" }})
	<-ctx.Done()
}
