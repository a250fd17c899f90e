// Command vestrybook looks up entries of a register that is put in order now and then.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/service"

	"go.parishclerk.example/registry/vestrybook/clerk"
	"go.parishclerk.example/registry/vestrybook/register"
)

var images [][]byte

func main() {
	service.Main("vestrybook", func(ctx context.Context) error {
		images = holdings.Images(5)
		grist.Sheets(ctx, 200)
		r := register.Fill(120000)
		base, err := httpd.Open(clerk.New(r))
		if err != nil {
			return err
		}
		cadence.Loop(ctx, 9*time.Second, func(n int) { r.Order(2 * time.Second) })
		httpd.Callers(ctx, base, 60, 900*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/%d", (caller*2003+turn*17)%120000)
		})
		return nil
	})
}
