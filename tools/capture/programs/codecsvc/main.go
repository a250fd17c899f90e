// Command codecsvc translates messages.
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

	"wire.example/codecsvc/translate"
)

var places []*tables.Place

func start(ctx context.Context) error {
	places = tables.Gazetteer(16)
	mux := http.NewServeMux()
	mux.HandleFunc("/translate", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, translate.Message(r.URL.RawQuery))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 20, 60*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/translate?m%d", url, n) })
	traffic.Documents(ctx, 1500)
	return nil
}

func main() { run.Service("codecsvc", start) }
