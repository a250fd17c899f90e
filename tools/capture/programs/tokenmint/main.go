// Command tokenmint issues tokens.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"auth.example/tokenmint/issue"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(10)
	mint := issue.NewMint(10 * time.Second)
	jobs.Every(ctx, time.Second, func(int) { mint.Sweep(time.Now()) })
	mux := http.NewServeMux()
	mux.HandleFunc("/token", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 6; i++ {
			fmt.Fprintln(w, mint.Issue(r.URL.RawQuery))
		}
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 12, 60*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/token?u%d", url, user) })
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("tokenmint", start) }
