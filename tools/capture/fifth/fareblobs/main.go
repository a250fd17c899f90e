// Command fareblobs keeps fares that were worked out lately.
package main

import (
	"context"
	"math/rand"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.ticketline.example/rail/fareblobs/blobs"
	"git.ticketline.example/rail/fareblobs/fare"
)

var register *holdings.Node

func main() {
	service.Main("fareblobs", func(ctx context.Context) error {
		register = holdings.Register(8)
		grist.Notices(ctx, 300)
		kept := blobs.New(24, 64<<10, 2<<20)
		cadence.Spread(ctx, 400, func(n int) {
			route := rand.New(rand.NewSource(int64(n))).Uint64() % 4000000
			if _, ok := kept.Get(route); !ok {
				kept.Put(route, fare.WorkOut(route))
			}
		})
		return nil
	})
}
