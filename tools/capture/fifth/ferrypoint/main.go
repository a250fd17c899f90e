// Command ferrypoint brings datagrams to the other bank and the answers back.
package main

import (
	"context"
	"log"
	"net"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.riverbank.example/net/ferrypoint/ferry"
	"git.riverbank.example/net/ferrypoint/shore"
)

var codes map[string][]uint16

func main() {
	peer.Main("bank", func(l net.Listener, _ string) { shore.Answer(l.Addr().String()) })
	peer.Main("travellers", func(_ net.Listener, ferry string) { shore.Travel(ferry) })
	service.Main("ferrypoint", func(ctx context.Context) error {
		bank, err := peer.Start("bank", "")
		if err != nil {
			return err
		}
		f, err := ferry.Moor("127.0.0.1:0", bank)
		if err != nil {
			return err
		}
		codes = holdings.Codes(10)
		residents.Settle(ctx, 220)
		grist.Letters(ctx, 500)
		go func() {
			if err := f.Run(); err != nil {
				log.Print(err)
			}
		}()
		_, err = peer.Start("travellers", f.Address())
		return err
	})
}
