// Command filterhost runs texts through filter programs.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.percolate.example/text/filterhost/session"
)

var register *holdings.Node

func main() {
	service.Main("filterhost", func(ctx context.Context) error {
		register = holdings.Register(10)
		residents.Settle(ctx, 90)
		grist.Letters(ctx, 900)
		cadence.Spread(ctx, 1.1, func(n int) { session.Run(ctx, n) })
		return nil
	})
}
