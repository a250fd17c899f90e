// Command webhookd delivers webhooks.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"hooks.example/webhookd/deliver"
)

var curves [][]float64

func receiver(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "/gone") {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_, _ = w.Write([]byte(strings.Repeat("the receiver is busy. ", 40)))
}

func start(ctx context.Context) error {
	target, err := peer.Start("receiver", "")
	if err != nil {
		return err
	}
	curves = tables.Rates(14)
	sender := deliver.NewSender("http://" + target)
	pool := jobs.NewPool(ctx, 10, 20)
	jobs.Every(ctx, 25*time.Millisecond, func(n int) {
		path := "/hook/ok"
		if n%5 == 0 {
			path = "/hook/gone"
		}
		pool.Submit(ctx, func() { sender.Post(path, "order.created") })
	})
	traffic.Documents(ctx, 2000)
	return nil
}

func main() {
	peer.HTTP("receiver", http.HandlerFunc(receiver))
	run.Service("webhookd", start)
}
