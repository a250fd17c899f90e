// Command casebound keeps accounts from events.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.bindery.example/events/casebound/accounts"
	"git.bindery.example/events/casebound/journal"
)

func main() {
	service.Main("casebound", func(ctx context.Context) error {
		residents.Settle(ctx, 70)
		grist.Sheets(ctx, 250)
		book := accounts.New(8000)
		j := journal.New(30000, book.Fold)
		cadence.Spread(ctx, 90, func(n int) {
			for i := 0; i < 22; i++ {
				j.Append(journal.NewEvent((n*22+i)%8000, n))
			}
		})
		cadence.Spread(ctx, 10, func(n int) { book.Balance(n % 8000) })
		return nil
	})
}
