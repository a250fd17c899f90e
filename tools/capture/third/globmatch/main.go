// Command globmatch decides whether requests are allowed.
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

	"git.gatekeeping.example/policy/globmatch/decide"
)

var codes map[string][]uint16

func main() {
	service.Main("globmatch", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		base, err := httpd.Open(http.HandlerFunc(decide.Handle))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 80)
		grist.Sheets(ctx, 1500)
		httpd.Callers(ctx, base, 20, 250*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/?path=/org/%d/repo-%d/file.go&allow=/org/%d/repo-%d-*/**", caller, turn, caller, turn/2)
		})
		return nil
	})
}
