// Command tillbook books receipts.
package main

import (
	"context"
	"database/sql"
	"log"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"code.countinghouse.example/shop/tillbook/receipts"
)

var entries []*shelf.Entry

func main() {
	peer.Main("ledger", wiredb.Serve)
	boot.Up(
		func() error {
			entries = shelf.Entries(8)
			mill.Records(250)
			return nil
		},
		func() error {
			address, err := peer.Start("ledger", "")
			if err != nil {
				return err
			}
			db, err := sql.Open("wiredb", address)
			if err != nil {
				return err
			}
			db.SetMaxOpenConns(8)
			db.SetMaxIdleConns(8)
			book := receipts.New(db)
			for i := 0; i < 45; i++ {
				go till(book, i)
			}
			return nil
		},
	)
}

// till books one receipt after the other.
func till(book *receipts.Book, n int) {
	for turn := 0; ; turn++ {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		if err := book.Add(ctx, n, turn); err != nil {
			log.Print(err)
		}
		cancel()
		time.Sleep(20 * time.Millisecond)
	}
}
