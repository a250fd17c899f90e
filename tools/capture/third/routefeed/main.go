// Command routefeed tells neighbours which routes there are.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.peering.example/bgp/routefeed/neighbour"
)

var register *holdings.Node

func main() {
	service.Main("routefeed", func(ctx context.Context) error {
		register = holdings.Register(16)
		residents.Settle(ctx, 260)
		grist.Notices(ctx, 1300)
		table := neighbour.NewTable()
		for i := 0; i < 30; i++ {
			table.Join(neighbour.Terms{Name: i, Full: true})
		}
		cadence.Loop(ctx, 200*time.Millisecond, func(n int) { table.Announce(neighbour.Route{Prefix: n % 9000, Hops: n % 5}) })
		cadence.Spread(ctx, 0.6, func(n int) {
			s := table.Join(neighbour.Terms{Name: 100 + n, Full: n%2 == 0})
			time.Sleep(4 * time.Second)
			table.Part(s)
		})
		return nil
	})
}
