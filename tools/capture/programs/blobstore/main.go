// Command blobstore reads blobs out of segments.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"store.example/blobstore/segment"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(12)
	segments, err := segment.Open(200)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/blob", func(w http.ResponseWriter, r *http.Request) {
		text, err := segments.Read(len(r.URL.RawQuery) * 31)
		if err != nil {
			log.Print(err)
		}
		fmt.Fprintf(w, "%x\n", text)
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 12, 80*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/blob?%0*d", url, n%50+1, 0) })
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("blobstore", start) }
