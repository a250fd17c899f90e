// Command flags decides feature flags.
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

	"example.com/saas/flags/internal/rules"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	set := rules.New(300)
	go set.Refresh(ctx, 30*time.Second)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("flag"))
		fmt.Fprintln(w, set.Match(id, r.URL.Query().Get("user")))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: 500 * time.Millisecond, Timeout: 3 * time.Second, Path: func(r *rand.Rand) string {
		return fmt.Sprintf("/?flag=%d&user=u%d", r.Intn(300), r.Intn(9000))
	}})
	<-ctx.Done()
}
