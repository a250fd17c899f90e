// Command portage carries connections from one network to the other.
package main

import (
	"context"
	"net"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.twinlakes.example/net/portage/banks"
	"git.twinlakes.example/net/portage/relay"
)

var images [][]byte

func main() {
	peer.Main("far", banks.Far)
	peer.Main("near", banks.Near)
	service.Main("portage", func(ctx context.Context) error {
		far, err := peer.Start("far", "")
		if err != nil {
			return err
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		go (&relay.Carrier{To: far}).Serve(l)
		if _, err := peer.Start("near", l.Addr().String()); err != nil {
			return err
		}
		images = holdings.Images(5)
		residents.Settle(ctx, 50)
		grist.Notices(ctx, 500)
		return nil
	})
}
