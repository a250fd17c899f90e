// Command granary knows how much of which grain lies where.
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

	"git.harvesthome.example/farm/granary/barn"
)

var register *holdings.Node

func main() {
	peer.Main("database", wiredb.Serve)
	service.Main("granary", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxIdleConns(6)
		register = holdings.Register(11)
		residents.Settle(ctx, 330)
		grist.Notices(ctx, 500)
		b := barn.New(db)
		cadence.Spread(ctx, 14, func(n int) {
			if _, err := b.Sacks(ctx, n%20); err != nil {
				log.Print(err)
			}
		})
		cadence.Loop(ctx, 1900*time.Millisecond, func(n int) {
			if err := b.Store(ctx, n%20, "rye"); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
