// Command billing charges tenants.
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
	"example.org/ops/hub"
	"example.org/ops/pool"
	"example.org/ops/traffic"
	"example.org/saas/billing/internal/accounts"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 24, 2500)
	prices := hub.New[int]()
	for i := 0; i < 180; i++ {
		go prices.Subscribe(ctx, func(int) {})
	}
	go prices.Every(ctx, time.Second, func() int { return 5 })
	invoices := pool.Start(ctx, 160, func(int) { time.Sleep(8 * time.Millisecond) })
	ledger := accounts.NewLedger(300)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("account"))
		if err := ledger.Charge(id, 1+id%5); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		invoices.Offer(id)
		fmt.Fprintln(w, "charged")
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 30, Pause: 400 * time.Millisecond, Timeout: 3 * time.Second, Path: func(r *rand.Rand) string {
		return "/charge?account=" + strconv.Itoa(r.Intn(300))
	}})
	<-ctx.Done()
}
