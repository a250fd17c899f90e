// Command reportsrv renders reports.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"
	"example.org/wiredb"

	"bi.example/reportsrv/dataset"
)

var curves [][]float64

func start(ctx context.Context) error {
	server, err := peer.Start("database", "")
	if err != nil {
		return err
	}
	curves = tables.Rates(14)
	mux := http.NewServeMux()
	mux.HandleFunc("/report", func(w http.ResponseWriter, r *http.Request) {
		names, err := dataset.Load(r.Context(), server)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, len(names))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 6, 1500*time.Millisecond, func(user, n int) string { return url + "/report" })
	traffic.Text(ctx, 2500)
	return nil
}

func main() {
	peer.Main("database", wiredb.Serve)
	run.Service("reportsrv", start)
}
