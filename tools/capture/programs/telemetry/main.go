// Command telemetry forwards device readings upstream.
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
	"example.org/ops/traffic"
	"github.com/skylark/telemetry/internal/device"
	"github.com/skylark/telemetry/internal/uplink"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 24, 2500)
	link := uplink.Dial(ctx)
	fleet := device.NewFleet(ctx, 240, link)
	rules := hub.New[string]()
	for i := 0; i < 60; i++ {
		go rules.Subscribe(ctx, func(string) {})
	}
	go rules.Every(ctx, 2*time.Second, func() string { return "battery<10" })
	address, err := traffic.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.Atoi(r.URL.Query().Get("device"))
		w.Write([]byte(strconv.FormatInt(fleet.Last(id), 10)))
	}))
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	traffic.Drive(ctx, address, traffic.Load{Clients: 20, Pause: time.Second, Path: func(r *rand.Rand) string {
		return "/?device=" + strconv.Itoa(r.Intn(240))
	}})
	<-ctx.Done()
}
