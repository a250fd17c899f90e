// Command ginger books rooms.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"rooms.example/ginger/bookings"
	"rooms.example/ginger/mapper"
)

var (
	words  *shelf.Node
	sheets map[int][]byte
)

func main() {
	peer.Main("db", wiredb.Serve)
	boot.Main("ginger", func(ctx context.Context) error {
		words, sheets = shelf.Words(18), shelf.Sheets(24)
		crew.Start(ctx, 110)
		mill.Letters(ctx, 25)
		mill.Sacks(ctx, 10)
		address, err := peer.Start("db", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(12)
		db.SetMaxIdleConns(12)
		b := bookings.New(mapper.New(db))
		boot.Every(ctx, 11*time.Millisecond, func(n int) { go b.Book(ctx, n) })
		return nil
	})
}
