// Command atlas answers where places are.
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

	"maps.example/atlas/lookup"
)

func start(ctx context.Context) error {
	index := lookup.NewIndex(tables.Gazetteer(50), tables.Dictionary(40), tables.Tiles(20))
	mux := http.NewServeMux()
	mux.HandleFunc("/where", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, index.Where(r.URL.RawQuery))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 10, 80*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/where?term-%08d", url, n*7) })
	traffic.Documents(ctx, 6000)
	return nil
}

func main() { run.Service("atlas", start) }
