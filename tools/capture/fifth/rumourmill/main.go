// Command rumourmill lets guests hear what others say.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.parlour.example/news/rumourmill/parlour"
)

var register *holdings.Node

func main() {
	service.Main("rumourmill", func(ctx context.Context) error {
		register = holdings.Register(12)
		residents.Settle(ctx, 420)
		grist.Sheets(ctx, 500)
		house := parlour.NewHouse()
		cadence.Loop(ctx, 200*time.Millisecond, house.Tell)
		cadence.Spread(ctx, 0.45, func(n int) {
			guest := house.Welcome(n)
			time.Sleep(time.Duration(4+n%9) * time.Second)
			guest.Leave()
		})
		return nil
	})
}
