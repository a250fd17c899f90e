// Command pagesvc serves pages near the reader.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/bus"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"cdn.example/pagesvc/edge"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(16)
	store := edge.New(12 << 20)
	mux := http.NewServeMux()
	mux.HandleFunc("/p/", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write(store.Page(r.URL.String()))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 10, 100*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/p/%d?u=%d", url, n, user) })
	bus.NewTopic(ctx, "purges", 40, 250*time.Millisecond)
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("pagesvc", start) }
