// Command meterd counts requests.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"obs.example/meterd/metric"
)

var tiles [][]byte

func start(ctx context.Context) error {
	tiles = tables.Tiles(10)
	requests := metric.NewCounterVec("requests_total", "method", "path", "status", "request")
	mux := http.NewServeMux()
	mux.HandleFunc("/v2/", func(w http.ResponseWriter, r *http.Request) {
		requests.With(r.Method, r.URL.Path, "200", r.Header.Get("User-Agent")+r.URL.RawQuery).Add(1)
		fmt.Fprintln(w, "ok")
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 20, 60*time.Millisecond, func(user, n int) string {
		return fmt.Sprintf("%s/v2/items?id=%08x%08x", url, user, n)
	})
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("meterd", start) }
