// Command txdesk moves money.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.copper.example/transfer/txdesk/move"
)

func main() {
	peer.Main("database", wiredb.Serve)
	boot.Run("txdesk", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(12)
		mover := move.NewMover(db)
		load.Arrivals(ctx, 250*time.Millisecond, func(n int) { mover.Move(ctx, n) })
		crowd.Staff(ctx, 130)
		burn.Orders(ctx, 1500)
		return nil
	})
}
