// Command scanhost lists folders a page at a time.
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

	"sec.example/scanhost/walk"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(40)
	cursors := walk.NewCursors()
	mux := http.NewServeMux()
	mux.HandleFunc("/list", func(w http.ResponseWriter, r *http.Request) {
		names, err := cursors.Get(r.URL.Query().Get("cursor")).Next()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, names)
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 5, 500*time.Millisecond, func(user, n int) string {
		return fmt.Sprintf("%s/list?cursor=%d-%d", url, user, n/16)
	})
	bus.NewTopic(ctx, "findings", 150, 300*time.Millisecond)
	traffic.Documents(ctx, 4000)
	return nil
}

func main() { run.Service("scanhost", start) }
