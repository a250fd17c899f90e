// Command gogcroom renders pages with much room for the collector.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.wideberth.example/render/gogcroom/render"
)

var images [][]byte

func main() {
	service.Main("gogcroom", func(ctx context.Context) error {
		images = holdings.Images(22)
		base, err := httpd.Open(http.HandlerFunc(render.Page))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 80)
		grist.Sheets(ctx, 500)
		httpd.Callers(ctx, base, 9, 400*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/?rows=%d", 60+(caller+turn)%140)
		})
		return nil
	})
}
