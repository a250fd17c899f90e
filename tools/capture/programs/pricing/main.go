// Command pricing answers prices for several markets.
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
	"example.org/ops/hub"
	"example.org/ops/pool"
	"example.org/ops/traffic"
	"shop/internal/pricing"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 22, 2400)
	rates := hub.New[float64]()
	for i := 0; i < 200; i++ {
		go rates.Subscribe(ctx, func(float64) {})
	}
	go rates.Every(ctx, 500*time.Millisecond, func() float64 { return 1.08 })
	pool.Start(ctx, 140, func(int) {})
	markets := pricing.NewMarkets(ctx)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sku, _ := strconv.Atoi(r.URL.Query().Get("sku"))
		w.Write([]byte(strconv.Itoa(markets.Engine(r.URL.Query().Get("market")).Price(sku))))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: 500 * time.Millisecond, Path: func(r *rand.Rand) string {
		market := []string{"de", "fr", "nl", "xx"}[r.Intn(4)]
		return "/price?market=" + market + "&sku=" + strconv.Itoa(r.Intn(40000))
	}})
	<-ctx.Done()
}
