// Command webhooker tells subscribers over HTTP.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"strings"
	"sync/atomic"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.callhome.example/notify/webhooker/deliver"
)

var (
	register *holdings.Node
	got      uint32
)

// subscriber is the other end: it is out of order for every fifth message.
func subscriber(w http.ResponseWriter, r *http.Request) {
	if atomic.AddUint32(&got, 1)%5 == 0 {
		http.Error(w, strings.Repeat("not today, please come again. ", 120), http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, "thanks")
}

func main() {
	peer.HTTP("subscriber", http.HandlerFunc(subscriber))
	service.Main("webhooker", func(ctx context.Context) error {
		address, err := peer.Start("subscriber", "")
		if err != nil {
			return err
		}
		register = holdings.Register(8)
		residents.Settle(ctx, 110)
		grist.Sheets(ctx, 1200)
		client := deliver.New("http://" + address)
		cadence.Spread(ctx, 5.5, func(n int) {
			if err := client.Tell(ctx, deliver.Event{Kind: "changed", Number: n}); err != nil && n%30 == 0 {
				log.Print(err)
			}
		})
		return nil
	})
}
