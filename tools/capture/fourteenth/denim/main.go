// Command denim finds books.
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

	"git.bookstall.example/shop/denim/shelf"
)

var prices map[string]*stock.Price

func main() {
	peer.Main("books", wiredb.Serve)
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(12)
		hum.Start(ctx, 90)
		lint.Seals(ctx, 15)
		address, err := peer.Start("books", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(160)
		db.SetMaxIdleConns(10)
		shelf.Visitors(ctx, shelf.New(db), 14)
		return nil
	})
}
