// Command twogen answers from two generations of answers.
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

	"cachekit.example/twogen/generation"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(8)
	answers := generation.New()
	jobs.Every(ctx, 20*time.Second, func(int) { answers.Age() })
	mux := http.NewServeMux()
	mux.HandleFunc("/answer/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, len(answers.Get(r.URL.Path)))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 12, 60*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/answer/%d/%d", url, user, n) })
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("twogen", start) }
