// Command gauze sells seats.
package main

import (
	"context"
	"database/sql"

	"example.org/platform/peer"
	"example.org/wiredb"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.boxoffice.example/seat/gauze/buyers"
	"git.boxoffice.example/seat/gauze/seats"
)

var prices map[string]*stock.Price

func main() {
	peer.Main("seats", wiredb.Serve)
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(14)
		hum.Start(ctx, 80)
		lint.Seals(ctx, 10)
		address, err := peer.Start("seats", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(10)
		db.SetMaxIdleConns(10)
		base, err := start.Listen(seats.New(db))
		if err != nil {
			return err
		}
		buyers.Line(ctx, base, 70)
		return nil
	})
}
