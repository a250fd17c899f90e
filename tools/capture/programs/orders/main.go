// Command orders carries orders through their steps.
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
	"github.com/acme-labs/orders/internal/saga"
	"github.com/acme-labs/orders/internal/scope"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 9, 1500)
	orders := saga.New(scope.Start("orders"))
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("order"))
		if err := orders.Step(id); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		fmt.Fprintln(w, "done")
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 12, Pause: time.Second, Path: func(r *rand.Rand) string {
		return "/?order=" + strconv.Itoa(r.Intn(100000))
	}})
	<-ctx.Done()
}
