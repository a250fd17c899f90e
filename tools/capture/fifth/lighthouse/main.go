// Command lighthouse talks to ships as long as they are in sight.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.headland.example/coast/lighthouse/lamp"
	"git.headland.example/coast/lighthouse/sea"
)

var images [][]byte

func main() {
	service.Main("lighthouse", func(ctx context.Context) error {
		images = holdings.Images(40)
		residents.Settle(ctx, 150)
		grist.Sheets(ctx, 2400)
		water := sea.New()
		cadence.Spread(ctx, 11, func(n int) {
			session := lamp.Light(water, n)
			defer session.Close()
			for i := 0; i < 5; i++ {
				session.Tell(i)
				time.Sleep(300 * time.Millisecond)
			}
		})
		return nil
	})
}
