// Command thumbsvc makes thumbnails.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/bus"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/web"

	"media.example/thumbsvc/scale"
)

var tiles [][]byte

func start(ctx context.Context) error {
	tiles = tables.Tiles(12)
	mux := http.NewServeMux()
	mux.HandleFunc("/thumb", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, scale.Down(tiles[len(r.URL.RawQuery)%len(tiles)]))
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 6, 100*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/thumb?%d", url, n) })
	bus.NewTopic(ctx, "images", 50, 250*time.Millisecond)
	return nil
}

func main() { run.Service("thumbsvc", start) }
