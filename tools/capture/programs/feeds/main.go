// Command feeds serves news feeds fetched from the quickest of several mirrors.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
	"example.org/ops/traffic"
	"gitlab.example.com/platform/feeds/internal/mirror"
	"gitlab.example.com/platform/feeds/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 12, 2000)
	index := pool.Start(ctx, 16, func(id int) { time.Sleep(5 * time.Millisecond) })
	site := web.NewSite(mirror.NewSet("ams", "fra", "iad"), index)
	address, err := traffic.Serve(ctx, site)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: 4 * time.Second, Path: func(r *rand.Rand) string {
		return fmt.Sprintf("/feed?id=%d", r.Intn(900))
	}})
	<-ctx.Done()
}
