// Command mintage tells what coins are worth.
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

	"git.coinage.example/mint/mintage/coin"
	"git.coinage.example/mint/mintage/lifetime"
)

var codes map[string][]uint16

func main() {
	service.Main("mintage", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		residents.Settle(ctx, 80)
		grist.Sheets(ctx, 300)
		mux := http.NewServeMux()
		mux.Handle("/worth", lifetime.Gate{Open: ctx}.Around(coin.Handler()))
		mux.HandleFunc("/about", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "the mint") })
		base, err := httpd.Open(mux)
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 24, 2*time.Second, func(caller, turn int) string {
			if (caller+turn)%2 == 0 {
				return "/about"
			}
			return fmt.Sprintf("/worth?coin=%d", turn)
		})
		return nil
	})
}
