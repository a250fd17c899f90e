// Command tariffs knows what goods cost at the border.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.customshouse.example/tax/tariffs/tariff"
)

func main() {
	service.Main("tariffs", func(ctx context.Context) error {
		var current tariff.Current
		current.Reload(0)
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, current.Rate(r.URL.Path))
		}))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 50)
		cadence.Loop(ctx, 11*time.Second, current.Reload)
		httpd.Callers(ctx, base, 18, 400*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/goods/%d", (caller*7907+turn*31)%38000)
		})
		return nil
	})
}
