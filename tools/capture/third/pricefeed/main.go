// Command pricefeed reads prices from a database.
package main

import (
	"context"
	"database/sql"
	"log"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.tradewind.example/quotes/pricefeed/price"
)

var images [][]byte

func main() {
	peer.Main("database", wiredb.Serve)
	service.Main("pricefeed", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(8)
		db.SetMaxIdleConns(8)
		db.SetConnMaxLifetime(20 * time.Minute)
		images = holdings.Images(22)
		residents.Settle(ctx, 140)
		grist.Sheets(ctx, 1700)
		cadence.Spread(ctx, 110, func(n int) {
			if _, err := price.Of(ctx, db, n%800); err != nil && ctx.Err() == nil {
				log.Print(err)
			}
		})
		return nil
	})
}
