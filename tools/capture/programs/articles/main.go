// Command articles serves articles.
package main

import (
	"context"
	"fmt"
	"math/rand"
	"net/http"
	"time"

	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"wiki.example/articles/recent"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(8)
	pages := recent.New(12000)
	for n := 0; n < 12000; n++ {
		pages.Get(n)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/wiki/", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 10; i++ {
			fmt.Fprintln(w, len(pages.Get(rand.Intn(60000))))
		}
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 10, 80*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/wiki/%d", url, n) })
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("articles", start) }
