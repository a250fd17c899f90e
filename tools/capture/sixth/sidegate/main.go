// Command sidegate lets guests into rooms that are elsewhere.
package main

import (
	"context"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.postern.example/edge/sidegate/gate"
	"git.postern.example/edge/sidegate/guests"
	"git.postern.example/edge/sidegate/rooms"
)

var images [][]byte

func main() {
	peer.HTTP("rooms", rooms.Handler())
	peer.Main("guests", guests.Serve)
	service.Main("sidegate", func(ctx context.Context) error {
		address, err := peer.Start("rooms", "")
		if err != nil {
			return err
		}
		base, err := httpd.Open(gate.To(address))
		if err != nil {
			return err
		}
		if _, err := peer.Start("guests", base); err != nil {
			return err
		}
		images = holdings.Images(6)
		residents.Settle(ctx, 40)
		grist.Notices(ctx, 500)
		return nil
	})
}
