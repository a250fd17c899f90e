// Command atlasdesk answers where places are.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.fieldguide.example/maps/atlasdesk/atlas"
)

func main() {
	service.Main("atlasdesk", func(ctx context.Context) error {
		index := atlas.New(16000)
		residents.Settle(ctx, 70)
		grist.Notices(ctx, 800)
		cadence.Loop(ctx, 4500*time.Millisecond, func(int) { index.Redraw(2500 * time.Millisecond) })
		cadence.Spread(ctx, 38, func(n int) { index.Find(n) })
		return nil
	})
}
