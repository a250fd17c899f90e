// Command basketry takes the baskets of a shop to the till.
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

	"git.wickerwork.example/shop/basketry/lease"
	"git.wickerwork.example/shop/basketry/till"
)

var codes map[string][]uint16

func main() {
	service.Main("basketry", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		residents.Settle(ctx, 260)
		grist.Letters(ctx, 600)
		mux := http.NewServeMux()
		mux.Handle("/pay", till.New(lease.NewKeeper()))
		mux.HandleFunc("/look", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "three baskets") })
		base, err := httpd.Open(mux)
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 30, 2*time.Second, func(caller, turn int) string { return "/look" })
		httpd.Callers(ctx, base, 3, 5*time.Second, func(caller, turn int) string {
			return fmt.Sprintf("/pay?basket=%d-%d", caller, turn)
		})
		return nil
	})
}
