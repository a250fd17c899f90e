// Command postrider carries letters and calls them back when who sent them changes his mind.
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

	"git.hoofbeat.example/mail/postrider/night"
	"git.hoofbeat.example/mail/postrider/ride"
)

var register *holdings.Node

func main() {
	service.Main("postrider", func(ctx context.Context) error {
		register = holdings.Register(9)
		residents.Settle(ctx, 300)
		grist.Letters(ctx, 500)
		rider := ride.NewRider()
		base, err := httpd.Open(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			rider.Carry(r.Context(), r.URL.Path)
			fmt.Fprintln(w, "carried")
		}))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 20, 1500*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/letters/%d-%d", caller, turn)
		})
		run := night.NewRun(rider)
		cadence.Spread(ctx, 0.9, run.Send)
		return nil
	})
}
