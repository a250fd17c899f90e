// Command parleyroom holds talks with partners who come and go.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.embassy.example/talks/parleyroom/partner"
	"git.embassy.example/talks/parleyroom/wire"
)

var images [][]byte

func main() {
	peer.Main("partners", func(l net.Listener, _ string) { partner.Serve(l) })
	service.Main("parleyroom", func(ctx context.Context) error {
		address, err := peer.Start("partners", "")
		if err != nil {
			return err
		}
		images = holdings.Images(12)
		residents.Settle(ctx, 240)
		grist.Notices(ctx, 500)
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "open") }))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 24, time.Second, func(caller, turn int) string { return "/agenda" })
		cadence.Spread(ctx, 3.6, func(n int) { wire.Talk(address, n) })
		return nil
	})
}
