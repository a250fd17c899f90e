// Command tileserver serves pieces of a map.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.cartograph.example/maps/tileserver/counter"
	"git.cartograph.example/maps/tileserver/mapped"
)

var codes map[string][]uint16

func main() {
	service.Main("tileserver", func(ctx context.Context) error {
		atlas, err := mapped.Draw(96 << 20)
		if err != nil {
			return err
		}
		base, err := httpd.Open(counter.New(atlas))
		if err != nil {
			return err
		}
		codes = holdings.Codes(8)
		residents.Settle(ctx, 40)
		grist.Sheets(ctx, 400)
		httpd.Callers(ctx, base, 12, 330*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/tile?n=%d", (turn*12+caller)%atlas.Tiles())
		})
		return nil
	})
}
