// Command fullhouse counts stock.
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

	"git.counter.example/stock/fullhouse/stock"
)

func main() {
	peer.Main("database", wiredb.Serve)
	boot.Run("fullhouse", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(6)
		db.SetMaxIdleConns(6)
		counter := stock.NewCounter(db)
		load.Crew(ctx, 40, 100*time.Millisecond, func(member, n int) { counter.Count(ctx, member+n) })
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 1500)
		return nil
	})
}
