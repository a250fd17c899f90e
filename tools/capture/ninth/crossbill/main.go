// Command crossbill is a gateway whose routes can be configured while it runs.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.crossbill.example/gateway/crossbill/routes"
)

var codes map[string][]uint16

func main() {
	service.Main("crossbill", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		residents.Settle(ctx, 100)
		grist.Notices(ctx, 120)
		table := routes.New(ctx)
		table.Configure(6, 0)
		base, err := httpd.Open(table)
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 30, 250*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/%d/%d", turn%6, caller*31+turn%400)
		})
		time.AfterFunc(30*time.Second, func() {
			cadence.Loop(ctx, 4500*time.Millisecond, func(n int) { table.Configure(6, n) })
		})
		return nil
	})
}
