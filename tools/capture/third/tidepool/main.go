// Command tidepool sells tickets; at the hour everybody comes at once.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.rushhour.example/tickets/tidepool/sale"
)

func main() {
	service.Main("tidepool", func(ctx context.Context) error {
		residents.Settle(ctx, 150)
		grist.Notices(ctx, 1000)
		office := sale.Open(8)
		cadence.Spread(ctx, 10, func(n int) { office.Buy(ctx, n) })
		time.AfterFunc(11*time.Second, func() {
			for n := 0; n < 2600; n++ {
				go office.Buy(ctx, 100_000+n)
				time.Sleep(2 * time.Millisecond)
			}
		})
		return nil
	})
}
