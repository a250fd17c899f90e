// Command audit accepts audit events over HTTP and writes them to a journal.
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

	"corp.example.net/core/audit/internal/journal"
	"corp.example.net/core/audit/internal/trail"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 6, 1500)
	events := trail.New(journal.New(32<<10), 128)
	go events.Run()
	mux := http.NewServeMux()
	mux.HandleFunc("/event", func(w http.ResponseWriter, r *http.Request) {
		events.Record(trail.Event{Actor: r.URL.Query().Get("actor"), Verb: "read", At: time.Now()})
		w.WriteHeader(http.StatusAccepted)
	})
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "ok") })
	address, err := traffic.Serve(ctx, mux)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 40, Pause: 2 * time.Second, Timeout: 3 * time.Second, Path: func(r *rand.Rand) string {
		return fmt.Sprintf("/event?actor=user-%d", r.Intn(5000))
	}})
	traffic.Drive(ctx, address, traffic.Load{Clients: 4, Pause: time.Second, Path: func(*rand.Rand) string { return "/healthz" }})
	<-ctx.Done()
}
