// Command proxy asks legacy hosts over a line protocol.
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
	"github.com/edgekit/proxy/internal/legacy"
	"github.com/edgekit/proxy/internal/upstream"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 7, 1500)
	host, err := legacy.Listen(ctx)
	if err != nil {
		log.Fatal(err)
	}
	line := upstream.NewLine(host)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		account, _ := strconv.Atoi(r.URL.Query().Get("account"))
		reply, err := line.Ask(r.Context(), account)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, reply)
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: time.Second, Timeout: time.Second, Path: func(r *rand.Rand) string {
		return "/?account=" + strconv.Itoa(r.Intn(100000))
	}})
	<-ctx.Done()
}
