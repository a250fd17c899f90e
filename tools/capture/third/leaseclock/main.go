// Command leaseclock lends secrets for an hour.
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

	"git.strongroom.example/secrets/leaseclock/lease"
)

var register *holdings.Node

func main() {
	service.Main("leaseclock", func(ctx context.Context) error {
		register = holdings.Register(10)
		book := lease.NewBook(time.Hour)
		base, err := httpd.Open(http.HandlerFunc(book.Renew))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 70)
		grist.Notices(ctx, 1200)
		httpd.Callers(ctx, base, 16, 500*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/lease/%d", caller*40+turn%40)
		})
		return nil
	})
}
