// Command auctionroom holds auctions.
package main

import (
	"context"
	"database/sql"

	"example.org/platform/peer"
	"example.org/wiredb"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.gavel.example/sales/auctionroom/sale"
)

var codes map[string][]uint16

func main() {
	peer.Main("database", wiredb.Serve)
	service.Main("auctionroom", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxIdleConns(10)
		codes = holdings.Codes(9)
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 900)
		for i := 0; i < 34; i++ {
			go sale.NewRoom(db, i).Run(ctx)
		}
		return nil
	})
}
