// Command shipments locates parcels.
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

	"corp.example.net/logistics/shipments/internal/track"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/traffic"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 15, 1700)
	tracker := track.New(ctx)
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		parcel, _ := strconv.Atoi(r.URL.Query().Get("parcel"))
		fmt.Fprintln(w, tracker.Locate(parcel))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: 250 * time.Millisecond, Path: func(r *rand.Rand) string {
		return "/?parcel=" + strconv.Itoa(r.Intn(100000))
	}})
	<-ctx.Done()
}
