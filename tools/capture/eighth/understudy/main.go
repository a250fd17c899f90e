// Command understudy casts roles.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"go.understudy.example/stage/understudy/casting"
)

var register *holdings.Node

func main() {
	service.Main("understudy", func(ctx context.Context) error {
		register = holdings.Register(12)
		grist.Letters(ctx, 260)
		house := casting.Open(ctx, 75, 2)
		cadence.Loop(ctx, 3*time.Second, func(n int) { house.FallIll(n % 6) })
		return nil
	})
}
