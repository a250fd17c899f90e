// Command lanternfish sounds the depth.
package main

import (
	"context"
	"log"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.deepwater.example/sonar/lanternfish/sounding"
)

var images [][]byte

func main() {
	service.Main("lanternfish", func(ctx context.Context) error {
		images = holdings.Images(20)
		residents.Settle(ctx, 90)
		grist.Notices(ctx, 200)
		sounder := sounding.New()
		cadence.Spread(ctx, 18, func(n int) {
			if _, err := sounder.Sound(ctx, n); err != nil && n%50 == 0 {
				log.Printf("sounding %d: %v", n, err)
			}
		})
		return nil
	})
}
