// Command sigsvc checks signatures with keys of issuers.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.passport.example/auth/sigsvc/issuer"
)

var images [][]byte

// keys is the other end.
func keys(w http.ResponseWriter, _ *http.Request) {
	if err := json.NewEncoder(w).Encode(issuer.Keys{Issued: time.Now(), Keys: map[string]string{"a": "AQAB", "b": "AQAC"}}); err != nil {
		log.Print(err)
	}
}

func main() {
	peer.HTTP("issuer", http.HandlerFunc(keys))
	service.Main("sigsvc", func(ctx context.Context) error {
		address, err := peer.Start("issuer", "")
		if err != nil {
			return err
		}
		images = holdings.Images(24)
		residents.Settle(ctx, 300)
		grist.Notices(ctx, 1800)
		book := issuer.NewBook()
		cadence.Loop(ctx, 3200*time.Millisecond, func(n int) {
			if err := book.Refresh(ctx, "http://"+address+"/keys"); err != nil {
				log.Print(err)
			}
		})
		cadence.Spread(ctx, 50, func(n int) { book.Known("a") })
		return nil
	})
}
