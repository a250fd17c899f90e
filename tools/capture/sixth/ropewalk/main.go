// Command ropewalk books for accounts in a ledger that is elsewhere.
package main

import (
	"context"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.hawser.example/books/ropewalk/accounts"
	"git.hawser.example/books/ropewalk/clerks"
	"git.hawser.example/books/ropewalk/ledger"
)

var register *holdings.Node

func main() {
	peer.HTTP("ledger", ledger.Handler())
	service.Main("ropewalk", func(ctx context.Context) error {
		address, err := peer.Start("ledger", "")
		if err != nil {
			return err
		}
		register = holdings.Register(8)
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 500)
		books := accounts.Open(ledger.Dial(address))
		for i := 0; i < 240; i++ {
			go clerks.Work(ctx, books, i)
		}
		return nil
	})
}
