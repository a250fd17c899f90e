// Command retrypol reads prices, each within a limit of time.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.resilient.example/go/retrypol/v3/policy"
	"git.resilient.example/go/retrypol/v3/price"
)

func main() {
	service.Main("retrypol", func(ctx context.Context) error {
		residents.Settle(ctx, 120)
		grist.Letters(ctx, 1200)
		limit := policy.Timeout{After: 2 * time.Second}
		cadence.Loop(ctx, 50*time.Millisecond, func(n int) {
			for i := 0; i < 18; i++ {
				if _, err := limit.Run(price.With(ctx, n*18+i), price.Read); err != nil {
					return
				}
			}
		})
		return nil
	})
}
