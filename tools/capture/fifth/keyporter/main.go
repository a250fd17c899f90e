// Command keyporter keeps the keys of many houses.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.keyhole.example/access/keyporter/fetch"
)

var images [][]byte

func main() {
	peer.HTTPS("keys", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 12; i++ {
			fmt.Fprintf(w, "key-%d\n", i*7)
		}
	}))
	service.Main("keyporter", func(ctx context.Context) error {
		address, err := peer.Start("keys", "")
		if err != nil {
			return err
		}
		images = holdings.Images(8)
		residents.Settle(ctx, 260)
		grist.Letters(ctx, 500)
		porter := fetch.NewPorter("https://"+address+"/keys", peer.TLSConfig())
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, porter.Opens(r.URL.Query().Get("key")))
		}))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 20, time.Second, func(caller, turn int) string { return fmt.Sprintf("/door?key=key-%d", turn%80) })
		cadence.Spread(ctx, 1, func(int) { porter.Fetch(ctx) })
		return nil
	})
}
