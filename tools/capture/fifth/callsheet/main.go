// Command callsheet tells actors when they are needed.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.backstage.example/crew/callsheet/desk"
	"git.backstage.example/crew/callsheet/stage"
)

var images [][]byte

func main() {
	service.Main("callsheet", func(ctx context.Context) error {
		images = holdings.Images(42)
		residents.Settle(ctx, 170)
		grist.Sheets(ctx, 2600)
		d := desk.New()
		go stage.Play(ctx, d)
		cadence.Spread(ctx, 36, func(n int) { d.Ask(ctx, uint64(n)) })
		return nil
	})
}
