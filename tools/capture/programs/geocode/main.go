// Command geocode finds coordinates of addresses.
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
	"example.org/ops/pool"
	"example.org/ops/traffic"
	"github.com/maps-co/geocode/internal/place"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 14, 1800)
	pool.Start(ctx, 60, func(int) {})
	finder := place.NewFinder()
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("street"))
		point, err := finder.Locate(id)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, point)
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: 400 * time.Millisecond, Timeout: 2 * time.Second, Path: func(r *rand.Rand) string {
		return "/?street=" + strconv.Itoa(r.Intn(60))
	}})
	<-ctx.Done()
}
