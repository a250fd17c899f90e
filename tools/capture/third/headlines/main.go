// Command headlines reads a wire and keeps what matters.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.newsroom.example/wire/headlines/desk"
	"git.newsroom.example/wire/headlines/wire"
)

func main() {
	service.Main("headlines", func(ctx context.Context) error {
		residents.Settle(ctx, 110)
		grist.Letters(ctx, 1500)
		d := desk.New()
		cadence.Loop(ctx, 90*time.Millisecond, func(n int) { d.Follow(wire.Page(n)) })
		cadence.Loop(ctx, time.Second, func(int) { d.Latest(20) })
		return nil
	})
}
