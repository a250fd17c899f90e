// Command vault signs requests with a token that is renewed when it expires.
package main

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"corp.example.net/security/vault/internal/issuer"
	"corp.example.net/security/vault/internal/token"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 9, 1500)
	host, err := issuer.Listen(ctx)
	if err != nil {
		log.Fatal(err)
	}
	audit := pool.Start(ctx, 30, func(string) { time.Sleep(2 * time.Millisecond) })
	source := token.NewSource(host, 3*time.Second)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, err := source.Token()
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		audit.Offer(text)
		fmt.Fprintln(w, text)
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 25, Pause: 500 * time.Millisecond, Timeout: 3 * time.Second, Path: func(r *rand.Rand) string {
		return fmt.Sprintf("/sign?doc=%d", r.Intn(1000))
	}})
	<-ctx.Done()
}
