// Command probed checks whether hosts are up.
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
	"example.org/platform/web"

	"uptime.example/probed/check"
)

var places []*tables.Place

func start(ctx context.Context) error {
	host, err := peer.Start("host", "")
	if err != nil {
		return err
	}
	places = tables.Gazetteer(40)
	jobs.Every(ctx, 2500*time.Millisecond, func(int) { check.Run("http://" + host + "/healthz") })
	url, err := web.Listen(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "up") }))
	if err != nil {
		return err
	}
	web.Load(ctx, 60, 3*time.Second, func(user, n int) string { return url })
	bus.NewTopic(ctx, "alerts", 200, 500*time.Millisecond)
	traffic.Documents(ctx, 4000)
	return nil
}

func main() {
	peer.HTTP("host", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") }))
	run.Service("probed", start)
}
