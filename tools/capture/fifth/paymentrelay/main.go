// Command paymentrelay brings payments to a bank.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.coppermint.example/pay/paymentrelay/bank"
	"git.coppermint.example/pay/paymentrelay/relay"
)

var register *holdings.Node

func main() {
	peer.HTTP("bank", bank.Handler(66*time.Second))
	service.Main("paymentrelay", func(ctx context.Context) error {
		address, err := peer.Start("bank", "")
		if err != nil {
			return err
		}
		register = holdings.Register(10)
		grist.Sheets(ctx, 500)
		desk := relay.NewDesk(bank.NewClient("http://"+address), 240)
		cadence.Spread(ctx, 6, func(n int) { desk.Pay(ctx, relay.NewPayment(n)) })
		return nil
	})
}
