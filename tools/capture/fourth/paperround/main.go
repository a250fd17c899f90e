// Command paperround goes its round every few seconds.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.newsboys.example/delivery/paperround/round"
)

var register *holdings.Node

func main() {
	service.Main("paperround", func(ctx context.Context) error {
		register = holdings.Register(9)
		residents.Settle(ctx, 80)
		grist.Sheets(ctx, 900)
		r := round.New(420, 18)
		cadence.Loop(ctx, 2*time.Second, func(int) { r.Go(ctx) })
		return nil
	})
}
