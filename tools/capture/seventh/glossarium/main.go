// Command glossarium marks words by rules.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"code.lexicographers.example/text/glossarium/marker"
	"code.lexicographers.example/text/glossarium/rules"
)

var register *holdings.Node

func main() {
	service.Main("glossarium", func(ctx context.Context) error {
		register = holdings.Register(4)
		residents.Settle(ctx, 90)
		m := marker.New(rules.New(2600))
		base, err := httpd.Open(http.HandlerFunc(m.ServeHTTP))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 12, 190*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/%d", (caller*220+turn)%2600)
		})
		return nil
	})
}
