// Command visitors serves a page to browsers that come after a deployment.
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

	"front.example/visitors/browsers"
	"front.example/visitors/page"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(8)
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, page.Render(r.URL.Path)) })
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	traffic.Documents(ctx, 2500)
	_, err = peer.Start("browsers", url)
	return err
}

func main() {
	peer.Main("browsers", browsers.Browse)
	run.Service("visitors", start)
}
