// Command hotset reads records through an LRU.
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

	"read.example/hotset/record"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(12)
	records, err := record.NewReader(20000)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/r/", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 8; i++ {
			fmt.Fprintln(w, len(records.Read(fmt.Sprintf("%s/%d", r.URL.Path, i))))
		}
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 10, 90*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/r/%d/%d", url, user, n) })
	traffic.Text(ctx, 2500)
	return nil
}

func main() { run.Service("hotset", start) }
