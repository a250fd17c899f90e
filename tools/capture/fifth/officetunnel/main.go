// Command officetunnel lets offices reach machines that they cannot reach themselves.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.cablecar.example/net/officetunnel/far"
	"git.cablecar.example/net/officetunnel/tunnel"
)

var register *holdings.Node

func main() {
	peer.Main("machines", far.Machines)
	peer.Main("offices", far.Offices)
	service.Main("officetunnel", func(ctx context.Context) error {
		machines, err := peer.Start("machines", "")
		if err != nil {
			return err
		}
		address, err := tunnel.Listen(ctx, machines, 40*time.Second)
		if err != nil {
			return err
		}
		if _, err := peer.Start("offices", address); err != nil {
			return err
		}
		register = holdings.Register(8)
		grist.Sheets(ctx, 400)
		return nil
	})
}
