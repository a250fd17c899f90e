// Command namehall tells who lives where.
package main

import (
	"context"
	"net"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.directory.example/names/namehall/hall"
	"git.directory.example/names/namehall/visitors"
)

func main() {
	peer.Main("visitors", func(_ net.Listener, hall string) { visitors.Come(hall) })
	service.Main("namehall", func(ctx context.Context) error {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		residents.Settle(ctx, 130)
		grist.Letters(ctx, 1100)
		h := hall.New(holdings.Codes(12))
		go h.Serve(l)
		_, err = peer.Start("visitors", l.Addr().String())
		return err
	})
}
