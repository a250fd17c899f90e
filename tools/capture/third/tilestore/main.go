// Command tilestore serves map tiles from files that are renewed.
package main

import (
	"context"
	"log"
	"math/rand"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.cartography.example/tiles/tilestore/segment"
)

func main() {
	service.Main("tilestore", func(ctx context.Context) error {
		residents.Settle(ctx, 120)
		grist.Letters(ctx, 1300)
		shelf, err := segment.NewShelf(10)
		if err != nil {
			return err
		}
		cadence.Loop(ctx, 800*time.Millisecond, func(n int) {
			if err := shelf.Renew(n); err != nil {
				log.Print(err)
			}
		})
		cadence.Spread(ctx, 60, func(n int) { shelf.Tile(rand.Intn(10), rand.Intn(60)) })
		return nil
	})
}
