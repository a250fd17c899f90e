// Command meterhall measures what clients of an exchange do.
package main

import (
	"context"
	"fmt"
	"math/rand"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.gaugeworks.example/stats/meterhall/rates"
)

func main() {
	service.Main("meterhall", func(ctx context.Context) error {
		residents.Settle(ctx, 190)
		grist.Sheets(ctx, 1700)
		registry := rates.NewRegistry()
		for i := 0; i < 24; i++ {
			registry.Meter(fmt.Sprint("route-", i))
		}
		cadence.Spread(ctx, 1.4, func(n int) {
			name := fmt.Sprint("client-", n)
			m := registry.Meter(name)
			for i := 0; i < 20; i++ {
				m.Mark(rand.Intn(9))
				time.Sleep(100 * time.Millisecond)
			}
			registry.Remove(name)
		})
		return nil
	})
}
