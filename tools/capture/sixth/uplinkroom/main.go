// Command uplinkroom calls the origins of many tenants, each with credentials of its own.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/service"

	"git.switchgear.example/edge/uplinkroom/origin"
	"git.switchgear.example/edge/uplinkroom/tenants"
	"git.switchgear.example/edge/uplinkroom/uplink"
)

var register *holdings.Node

func main() {
	peer.HTTPS("origin", origin.Handler())
	service.Main("uplinkroom", func(ctx context.Context) error {
		address, err := peer.Start("origin", "")
		if err != nil {
			return err
		}
		register = holdings.Register(9)
		grist.Sheets(ctx, 500)
		desk := tenants.NewDesk(uplink.NewRoom("https://" + address))
		base, err := httpd.Open(desk)
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 40, 900*time.Millisecond, desk.Path)
		return nil
	})
}
