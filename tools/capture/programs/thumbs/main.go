// Command thumbs resizes images.
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
	"media.example.com/thumbs/internal/resize"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 30, 2600)
	purge := hub.New[string]()
	for i := 0; i < 150; i++ {
		go purge.Subscribe(ctx, func(string) {})
	}
	go purge.Every(ctx, 700*time.Millisecond, func() string { return "/img/*" })
	pool.Start(ctx, 150, func(int) {})
	small, large := resize.NewPool(8), resize.NewPool(4)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("image"))
		sizes := small
		if id%60 == 0 {
			sizes = large
		}
		if err := sizes.Resize(id); err != nil {
			http.Error(w, err.Error(), http.StatusUnsupportedMediaType)
		}
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: 700 * time.Millisecond, Timeout: 2 * time.Second, Path: func(r *rand.Rand) string {
		return "/?image=" + strconv.Itoa(r.Intn(90000))
	}})
	<-ctx.Done()
}
