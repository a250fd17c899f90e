// Command sieveworks lets through what it has not seen lately.
package main

import (
	"context"
	"fmt"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"code.riddlemaker.example/dedup/sieveworks/bloom"
	"code.riddlemaker.example/dedup/sieveworks/gate"
)

func main() {
	service.Main("sieveworks", func(ctx context.Context) error {
		residents.Settle(ctx, 130)
		grist.Letters(ctx, 350)
		g := gate.New(bloom.NewPair(6<<20, 60000))
		cadence.Spread(ctx, 60, func(n int) {
			for i := 0; i < 60; i++ {
				g.Pass(fmt.Sprint("message ", (n*60+i)*7%900000))
			}
		})
		return nil
	})
}
