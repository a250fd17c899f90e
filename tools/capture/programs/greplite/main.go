// Command greplite searches texts.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/bus"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/web"

	"text.example/greplite/search"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(5)
	mux := http.NewServeMux()
	mux.HandleFunc("/grep", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, search.Lines(r.URL.RawQuery, 40))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 6, 50*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/grep?w%d", url, n%9) })
	bus.NewTopic(ctx, "texts", 40, 250*time.Millisecond)
	return nil
}

func main() { run.Service("greplite", start) }
