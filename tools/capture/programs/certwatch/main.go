// Command certwatch inspects certificates.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"tls.example/certwatch/inspect"
)

var words map[string]uint32

func start(ctx context.Context) error {
	host, err := peer.Start("host", "")
	if err != nil {
		return err
	}
	words = tables.Dictionary(14)
	pool := jobs.NewPool(ctx, 3, 6)
	jobs.Every(ctx, 400*time.Millisecond, func(int) { pool.Submit(ctx, func() { inspect.Host("https://" + host) }) })
	bus.NewTopic(ctx, "hosts", 50, 250*time.Millisecond)
	traffic.Text(ctx, 2000)
	return nil
}

func main() {
	peer.HTTPS("host", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") }))
	run.Service("certwatch", start)
}
