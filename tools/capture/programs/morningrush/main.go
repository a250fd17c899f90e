// Command morningrush takes orders at a counter.
package main

import (
	"context"
	"fmt"
	"net/http"

	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"cafe.example/morningrush/counter"
	"cafe.example/morningrush/guests"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(10)
	desk := counter.New()
	url, err := web.Listen(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, desk.Order(r.Context(), r.URL.RawQuery))
	}))
	if err != nil {
		return err
	}
	traffic.Documents(ctx, 2500)
	_, err = peer.Start("guests", url)
	return err
}

func main() {
	peer.Main("guests", guests.Come)
	run.Service("morningrush", start)
}
