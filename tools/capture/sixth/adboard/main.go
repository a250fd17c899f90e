// Command adboard chooses which notice is shown and charges for it.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.streetlight.example/ads/adboard/account"
	"git.streetlight.example/ads/adboard/board"
)

var codes map[string][]uint16

func main() {
	service.Main("adboard", func(ctx context.Context) error {
		codes = holdings.Codes(8)
		residents.Settle(ctx, 120)
		grist.Letters(ctx, 300)
		book := account.NewBook(64)
		notices := board.New(book, 240)
		book.Notify(notices)
		cadence.Spread(ctx, 7, func(n int) { notices.Show(n) })
		cadence.Spread(ctx, 5, func(n int) { book.Charge(n*11%64, 10+n%9) })
		cadence.Loop(ctx, 31*time.Second, func(int) { book.TopUp(20) })
		return nil
	})
}
