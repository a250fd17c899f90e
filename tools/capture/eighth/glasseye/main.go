// Command glasseye takes pictures.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.glasseye.example/lens/glasseye/studio"
)

var images [][]byte

func main() {
	service.Main("glasseye", func(ctx context.Context) error {
		images = holdings.Images(12)
		residents.Settle(ctx, 60)
		grist.Notices(ctx, 160)
		room := studio.New()
		cadence.Loop(ctx, 120*time.Millisecond, func(n int) {
			if _, err := room.Take(n); err != nil && n%40 == 0 {
				log.Print(err)
			}
		})
		return nil
	})
}
