// Command quotas decides whether tenants may go on.
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
	"example.org/saas/quotas/internal/lifetime"
	"example.org/saas/quotas/internal/limit"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 25, 2500)
	plans := hub.New[int]()
	for i := 0; i < 190; i++ {
		go plans.Subscribe(ctx, func(int) {})
	}
	usage := pool.Start(ctx, 140, func(int) { time.Sleep(2 * time.Millisecond) })
	limiter := limit.New(lifetime.Bind(ctx.Done()))
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tenant, _ := strconv.Atoi(r.URL.Query().Get("tenant"))
		if !limiter.Allow(tenant) {
			http.Error(w, "quota", http.StatusTooManyRequests)
			return
		}
		usage.Offer(tenant)
		fmt.Fprintln(w, "ok")
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 25, Pause: time.Second, Path: func(r *rand.Rand) string {
		return "/?tenant=" + strconv.Itoa(r.Intn(9000))
	}})
	<-ctx.Done()
}
