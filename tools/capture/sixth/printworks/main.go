// Command printworks sends what it exports to a printer.
package main

import (
	"context"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.letterpress.example/out/printworks/exports"
	"git.letterpress.example/out/printworks/press"
)

var register *holdings.Node

func main() {
	peer.Main("press", press.Serve)
	service.Main("printworks", func(ctx context.Context) error {
		address, err := peer.Start("press", "")
		if err != nil {
			return err
		}
		register = holdings.Register(8)
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 400)
		exports.Start(ctx, press.NewClient("http://"+address), 90)
		return nil
	})
}
