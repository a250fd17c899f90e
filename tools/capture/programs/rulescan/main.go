// Command rulescan scans requests.
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

	"waf.example/rulescan/match"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(12)
	filters := match.NewFilters()
	mux := http.NewServeMux()
	mux.HandleFunc("/scan", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, filters.Match(r.URL.Query().Get("q"), "the quick brown fox"))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 8, 90*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/scan?q=w%d-%d", url, user, n) })
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("rulescan", start) }
