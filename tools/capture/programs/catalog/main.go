// Command catalog describes categories of articles.
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

	"example.com/market/catalog/internal/tree"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	categories := tree.New(200)
	go categories.Refresh(ctx, 25*time.Millisecond)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("category"))
		fmt.Fprintln(w, categories.Describe(id))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 12, Pause: 300 * time.Millisecond, Timeout: 2 * time.Second, Path: func(r *rand.Rand) string {
		return "/?category=" + strconv.Itoa(r.Intn(200))
	}})
	<-ctx.Done()
}
