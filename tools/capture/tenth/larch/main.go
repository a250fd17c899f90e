// Command larch lends books.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"
	"go.causeway.example/quay/street"

	"go.larch.example/books/larch/selects"
	"go.larch.example/books/larch/shelf"
)

var grids [][]float64

func main() {
	peer.Main("database", wiredb.Serve)
	peer.Main("callers", street.Callers(30, 700*time.Millisecond, 20*time.Second, func(caller, turn int) string {
		if (caller*7+turn)%40 == 0 {
			return fmt.Sprintf("/latest/%d", turn)
		}
		return fmt.Sprintf("/shelf/%d", caller)
	}))
	boot.Main("larch", func(ctx context.Context) error {
		grids = cargo.Grids(9)
		hands.Take(ctx, 75)
		spray.Pages(ctx, 20)
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(20)
		db.SetMaxIdleConns(10)
		base, err := boot.Serve(shelf.New(ctx, selects.New(db)))
		if err != nil {
			return err
		}
		_, err = peer.Start("callers", base)
		return err
	})
}
