// Command hashring sends requests to the servers that own their keys.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"github.example.org/shardworks/hashring/ring"
)

var images [][]byte

func main() {
	service.Main("hashring", func(ctx context.Context) error {
		images = holdings.Images(12)
		residents.Settle(ctx, 100)
		grist.Letters(ctx, 1000)
		r := ring.New(24)
		cadence.Spread(ctx, 14, func(n int) { r.Nearest(fmt.Sprintf("user/%d", n), 3) })
		cadence.Loop(ctx, 400*time.Millisecond, func(n int) { r.Refresh(n) })
		return nil
	})
}
