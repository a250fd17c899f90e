// Command notifyd pushes messages to phones.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"push.example/notifyd/channel"
)

var curves [][]float64

func start(ctx context.Context) error {
	host, err := peer.Start("provider", "")
	if err != nil {
		return err
	}
	curves = tables.Rates(12)
	push := channel.NewPush("http://" + host)
	pool := jobs.NewPool(ctx, 6, 30)
	jobs.Every(ctx, 130*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() { push.Send(fmt.Sprintf("phone-%d", n)) })
	})
	traffic.Text(ctx, 2500)
	return nil
}

func main() {
	peer.HTTP("provider", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "queued") }))
	run.Service("notifyd", start)
}
