// Command storefront serves a shop's pages.
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

	"shop.example/storefront/catalog"
	"shop.example/storefront/session"
)

func start(ctx context.Context) error {
	sessions := session.NewRegistry()
	goods := catalog.Load(tables.Gazetteer(18))
	mux := http.NewServeMux()
	mux.HandleFunc("/product/", func(w http.ResponseWriter, r *http.Request) {
		s := sessions.Open(r.URL.Query().Get("visit"))
		s.Viewed++
		fmt.Fprintln(w, goods.Describe(s.Viewed))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 12, 70*time.Millisecond, func(user, n int) string {
		return fmt.Sprintf("%s/product/%d?visit=%d-%d", url, n, user, n)
	})
	traffic.Documents(ctx, 2500)
	return nil
}

func main() { run.Service("storefront", start) }
