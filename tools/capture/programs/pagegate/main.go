// Command pagegate renders pages from an origin.
package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"example.org/platform/bus"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"github.com/northwind/pagegate/render"
)

var curves [][]float64

func start(ctx context.Context) error {
	origin, err := peer.Start("origin", "")
	if err != nil {
		return err
	}
	curves = tables.Rates(12)
	pages := render.NewResponses("http://"+origin, web.NewClient(16))
	mux := http.NewServeMux()
	mux.HandleFunc("/page/", func(w http.ResponseWriter, r *http.Request) {
		body, err := pages.Page(r.URL.RequestURI())
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		_, _ = w.Write(body)
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 8, 130*time.Millisecond, func(user, n int) string {
		return fmt.Sprintf("%s/page/home?utm=%d.%d", url, user, n)
	})
	bus.NewTopic(ctx, "purge", 60, 200*time.Millisecond)
	traffic.Text(ctx, 2000)
	return nil
}

func main() {
	peer.HTTP("origin", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, r.URL, strings.Repeat("<p>lorem ipsum</p>", 220))
	}))
	run.Service("pagegate", start)
}
