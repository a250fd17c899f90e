// Command cargodesk stows what manifests say.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.quayside.example/freight/cargodesk/manifest"
	"git.quayside.example/freight/cargodesk/stow"
)

var register *holdings.Node

func main() {
	service.Main("cargodesk", func(ctx context.Context) error {
		register = holdings.Register(8)
		residents.Settle(ctx, 100)
		grist.Letters(ctx, 350)
		desk := stow.NewDesk(24)
		cadence.Spread(ctx, 6, func(n int) { desk.Accept(manifest.New(n)) })
		return nil
	})
}
