// Command personas serves preferences.
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

	"people.example/personas/prefs"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(15)
	store := &prefs.Store{}
	mux := http.NewServeMux()
	mux.HandleFunc("/prefs", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, store.Of(r.URL.Query().Get("visitor")).Theme)
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 15, 60*time.Millisecond, func(user, n int) string {
		return fmt.Sprintf("%s/prefs?visitor=anon-%d-%d", url, user, n)
	})
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("personas", start) }
