// Command warmshelf serves documents and keeps those that were read last.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.librarium.example/read/warmshelf/document"
	"git.librarium.example/read/warmshelf/shelf"
)

func main() {
	service.Main("warmshelf", func(ctx context.Context) error {
		kept := shelf.New[string](42<<20, func(d *document.Document) int { return len(d.Text) + 120 })
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			d, ok := kept.Get(r.URL.Path)
			if !ok {
				d = document.Read(r.URL.Path)
				kept.Put(r.URL.Path, d)
			}
			fmt.Fprintln(w, len(d.Text))
		}))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 90)
		grist.Letters(ctx, 1000)
		httpd.Callers(ctx, base, 12, 320*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/doc/%d", (caller*7919+turn*104729)%60000)
		})
		return nil
	})
}
