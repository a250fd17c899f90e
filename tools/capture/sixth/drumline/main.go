// Command drumline gives bands their tempo.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.bandstand.example/tempo/drumline/score"
	"git.bandstand.example/tempo/drumline/stage"
)

var register *holdings.Node

func main() {
	service.Main("drumline", func(ctx context.Context) error {
		register = holdings.Register(9)
		residents.Settle(ctx, 60)
		grist.Notices(ctx, 400)
		bands := stage.New(48)
		cadence.Loop(ctx, 30*time.Millisecond, func(n int) {
			for i := 0; i < 24; i++ {
				bands.Take(score.Change{Band: (n*5 + i) % 48, Beats: 60 + n%90, Bar: uint64(n)})
			}
		})
		return nil
	})
}
