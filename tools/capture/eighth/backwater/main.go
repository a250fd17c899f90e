// Command backwater sorts letters.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.backwater.example/mail/backwater/office"
)

var register *holdings.Node

func main() {
	service.Main("backwater", func(ctx context.Context) error {
		register = holdings.Register(9)
		residents.Settle(ctx, 90)
		grist.Letters(ctx, 160)
		pile := office.New()
		for i := 0; i < 2; i++ {
			go pile.Sort(ctx)
		}
		go office.Bring(ctx, pile)
		return nil
	})
}
