// Command enrichhub enriches leads.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"lead.example/enrichhub/enrich"
)

var places []*tables.Place

func start(ctx context.Context) error {
	host, err := peer.Start("registry", "")
	if err != nil {
		return err
	}
	places = tables.Gazetteer(12)
	client := web.NewClient(200)
	jobs.Every(ctx, 5*time.Second, func(n int) { go enrich.All(ctx, client, "http://"+host, n, 80) })
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() {
	peer.HTTP("registry", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(6 * time.Second)
		fmt.Fprintln(w, r.URL.Path)
	}))
	run.Service("enrichhub", start)
}
