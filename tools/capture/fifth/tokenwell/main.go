// Command tokenwell gives tokens to services.
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

	"git.springhouse.example/auth/tokenwell/issue"
)

var register *holdings.Node

func main() {
	service.Main("tokenwell", func(ctx context.Context) error {
		register = holdings.Register(20)
		residents.Settle(ctx, 160)
		grist.Notices(ctx, 1500)
		well := issue.NewWell(64)
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, well.Token(r.URL.Query().Get("service")))
		}))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 20, time.Second, func(caller, turn int) string {
			return fmt.Sprintf("/token?service=service-%d", (caller+turn)%40)
		})
		cadence.Spread(ctx, 50, func(n int) { well.Renew(fmt.Sprintf("service-%d", n%40), n) })
		return nil
	})
}
