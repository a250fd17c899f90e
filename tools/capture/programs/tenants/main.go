// Command tenants writes a journal per tenant.
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

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
	"example.org/saas/tenants/internal/journal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 22, 2300)
	journals := make([]*journal.Journal, 300)
	for i := range journals {
		journals[i] = journal.Open(ctx, i)
	}
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tenant, _ := strconv.Atoi(r.URL.Query().Get("tenant"))
		fmt.Fprintln(w, journals[tenant].Write(r.URL.Path))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 40, Pause: 400 * time.Millisecond, Timeout: 3 * time.Second, Path: func(r *rand.Rand) string {
		return fmt.Sprintf("/entry/%d?tenant=%d", r.Intn(50), r.Intn(300))
	}})
	<-ctx.Done()
}
