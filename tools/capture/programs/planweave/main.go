// Command planweave edits plans.
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

	"plan.example/planweave/timeline"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(12)
	history := &timeline.Log{}
	mux := http.NewServeMux()
	mux.HandleFunc("/edit", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 5; i++ {
			history.Push(r.URL.RawQuery)
		}
		fmt.Fprintln(w, history.Len())
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 10, 60*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/edit?move-%d", url, n) })
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("planweave", start) }
