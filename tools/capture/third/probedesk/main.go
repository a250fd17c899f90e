// Command probedesk asks many targets whether they are well.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"src.uplook.example/infra/probedesk/probe"
)

var images [][]byte

func main() {
	service.Main("probedesk", func(ctx context.Context) error {
		images = holdings.Images(20)
		residents.Settle(ctx, 320)
		grist.Notices(ctx, 1500)
		board := probe.NewBoard(500)
		cadence.Spread(ctx, 8, func(n int) { board.Check(ctx, n, 150*time.Millisecond) })
		return nil
	})
}
