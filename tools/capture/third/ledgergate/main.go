// Command ledgergate books entries on accounts.
package main

import (
	"context"
	"log"
	"math/rand"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"bitbucket.tallyhouse.example/core/ledgergate/account"
)

var codes map[string][]uint16

func main() {
	service.Main("ledgergate", func(ctx context.Context) error {
		codes = holdings.Codes(14)
		residents.Settle(ctx, 380)
		grist.Letters(ctx, 1600)
		book := account.NewBook(300)
		cadence.Spread(ctx, 24, func(n int) {
			rng := rand.New(rand.NewSource(int64(n)))
			e := account.Entry{Account: rng.Intn(300), Cents: int64(rng.Intn(900_00)), Text: "sale"}
			if rng.Intn(200) == 0 {
				e.Cents = -2_000_000_00
			}
			if err := book.Post(e); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
