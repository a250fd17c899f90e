// Command finder searches many shards at once.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"runtime/pprof"
	"strconv"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
	"gitlab.example.com/search/finder/internal/shards"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 20, 1800)
	index := shards.New(24)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		term, _ := strconv.Atoi(r.URL.Query().Get("term"))
		pprof.Do(r.Context(), pprof.Labels("term", strconv.Itoa(term%200)), func(ctx context.Context) {
			fmt.Fprintln(w, index.Search(ctx, term))
		})
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 24, Pause: 300 * time.Millisecond, Path: func(r *rand.Rand) string {
		return "/?term=" + strconv.Itoa(r.Intn(100000))
	}})
	<-ctx.Done()
}
