// Command pricedesk answers with prices.
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
	"example.org/rpcapi"

	"rpc.example/pricedesk/lookup"
)

var curves [][]float64

func start(ctx context.Context) error {
	server, err := peer.Start("quotes", "")
	if err != nil {
		return err
	}
	curves = tables.Rates(10)
	prices := lookup.NewPrices(server)
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		price, err := prices.Of(r.Context(), r.URL.RawQuery)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, price)
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 5, 1800*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/price?S%d", url, n) })
	traffic.Documents(ctx, 2000)
	return nil
}

func main() {
	peer.Main("quotes", rpcapi.Serve)
	run.Service("pricedesk", start)
}
