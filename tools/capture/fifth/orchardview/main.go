// Command orchardview shows what the cameras of many orchards see.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.applewood.example/fields/orchardview/view"
)

var images [][]byte

func main() {
	service.Main("orchardview", func(ctx context.Context) error {
		images = holdings.Images(9)
		residents.Settle(ctx, 300)
		grist.Notices(ctx, 500)
		views := view.NewViews(40)
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, views.Ripe())
		}))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 16, time.Second, func(caller, turn int) string { return "/ripe" })
		cadence.Spread(ctx, 1.2, views.Replant)
		return nil
	})
}
