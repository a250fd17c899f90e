// Command northgate passes datagrams on and their answers back.
package main

import (
	"context"
	"net"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.gatehouse.example/net/northgate/callers"
	"git.gatehouse.example/net/northgate/flows"
	"git.gatehouse.example/net/northgate/resolver"
)

var codes map[string][]uint16

func main() {
	peer.Main("resolver", resolver.Serve)
	peer.Main("callers", callers.Serve)
	service.Main("northgate", func(ctx context.Context) error {
		address, err := peer.Start("resolver", "")
		if err != nil {
			return err
		}
		upstream, err := net.ResolveUDPAddr("udp", address)
		if err != nil {
			return err
		}
		inside, err := net.ListenUDP("udp", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
		if err != nil {
			return err
		}
		go flows.NewTable(inside, upstream).Run()
		if _, err := peer.Start("callers", inside.LocalAddr().String()); err != nil {
			return err
		}
		codes = holdings.Codes(7)
		residents.Settle(ctx, 70)
		grist.Letters(ctx, 500)
		return nil
	})
}
