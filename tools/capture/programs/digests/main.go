// Command digests composes newsletters.
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
	"github.com/newsroom/digests/internal/compose"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 50, 3000)
	composer := compose.New(ctx)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reader, _ := strconv.Atoi(r.URL.Query().Get("reader"))
		fmt.Fprintln(w, composer.Compose(reader))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 16, Pause: 500 * time.Millisecond, Path: func(r *rand.Rand) string {
		return "/?reader=" + strconv.Itoa(r.Intn(100000))
	}})
	<-ctx.Done()
}
