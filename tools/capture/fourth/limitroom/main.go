// Command limitroom works with a memory limit and nothing else.
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

	"git.boilerhouse.example/batch/limitroom/press"
)

var images [][]byte

func main() {
	service.Main("limitroom", func(ctx context.Context) error {
		images = holdings.Images(19)
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, press.Squeeze(r.URL.Path))
		}))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 130)
		grist.Sheets(ctx, 1500)
		grist.Notices(ctx, 900)
		httpd.Callers(ctx, base, 12, 500*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/grapes/%d/%d", caller, turn%200)
		})
		return nil
	})
}
