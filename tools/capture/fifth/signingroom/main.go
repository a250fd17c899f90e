// Command signingroom has papers signed by a notary.
package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.notary.example/papers/signingroom/notary"
	"git.notary.example/papers/signingroom/seal"
)

var codes map[string][]uint16

func main() {
	peer.HTTP("notary", &notary.Notary{Busy: strings.Repeat("The notary is with somebody else. ", 30)})
	service.Main("signingroom", func(ctx context.Context) error {
		address, err := peer.Start("notary", "")
		if err != nil {
			return err
		}
		codes = holdings.Codes(9)
		residents.Settle(ctx, 240)
		grist.Sheets(ctx, 500)
		signer := seal.NewSigner("http://" + address)
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "next") }))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 25, time.Second, func(caller, turn int) string { return "/queue" })
		cadence.Spread(ctx, 9, func(n int) { signer.Sign(ctx, n) })
		return nil
	})
}
