// Command flightquotes asks airlines for their price.
package main

import (
	"context"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.skyroute.example/travel/flightquotes/airline"
	"git.skyroute.example/travel/flightquotes/asker"
)

var codes map[string][]uint16

func main() {
	peer.HTTP("airlines", airline.Handler())
	service.Main("flightquotes", func(ctx context.Context) error {
		address, err := peer.Start("airlines", "")
		if err != nil {
			return err
		}
		codes = holdings.Codes(7)
		grist.Letters(ctx, 300)
		client := airline.NewClient("http://"+address, 40)
		for i := 0; i < 30; i++ {
			go asker.New(client, i).Run(ctx)
		}
		return nil
	})
}
