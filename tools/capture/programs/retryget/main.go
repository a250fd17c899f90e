// Command retryget fetches documents from flaky hosts.
package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"fetch.example/retryget/robust"
)

var curves [][]float64

var served int64

func flaky(w http.ResponseWriter, r *http.Request) {
	if atomic.AddInt64(&served, 1)%10 == 0 {
		w.WriteHeader(http.StatusBadGateway)
	}
	fmt.Fprint(w, strings.Repeat("the page, or what went wrong. ", 90))
}

func start(ctx context.Context) error {
	host, err := peer.Start("host", "")
	if err != nil {
		return err
	}
	curves = tables.Rates(14)
	client := robust.NewClient(4)
	pool := jobs.NewPool(ctx, 6, 12)
	jobs.Every(ctx, 60*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() { robust.Read(client, fmt.Sprintf("http://%s/doc/%d", host, n)) })
	})
	bus.NewTopic(ctx, "documents", 80, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() {
	peer.HTTP("host", http.HandlerFunc(flaky))
	run.Service("retryget", start)
}
