// Command reports builds spreadsheets on request.
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
	"github.com/acme-labs/reports/internal/export"
	"github.com/acme-labs/reports/internal/query"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 2000)
	mux := http.NewServeMux()
	mux.HandleFunc("/report", func(w http.ResponseWriter, r *http.Request) {
		account, _ := strconv.Atoi(r.URL.Query().Get("account"))
		rows, err := export.Build(query.ForAccount(account))
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		fmt.Fprintf(w, "%d rows\n", rows)
	})
	address, err := traffic.Serve(ctx, mux)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 16, Pause: 500 * time.Millisecond, Path: func(r *rand.Rand) string {
		return fmt.Sprintf("/report?account=%d", r.Intn(10000))
	}})
	<-ctx.Done()
}
