// Command geolocate names coordinates.
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

	"atlas.example/geolocate/position"
)

func start(ctx context.Context) error {
	index := position.NewIndex(tables.Gazetteer(20))
	mux := http.NewServeMux()
	mux.HandleFunc("/at/", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 5; i++ {
			fmt.Fprintln(w, index.Locate(fmt.Sprintf("%s.%06d", r.URL.Path, i)))
		}
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 8, 90*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/at/%d/%d", url, user, n) })
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("geolocate", start) }
