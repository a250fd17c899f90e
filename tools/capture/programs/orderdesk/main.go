// Command orderdesk takes orders.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/wiredb"

	"orders.example/orderdesk/stock"
)

var curves [][]float64

func start(ctx context.Context) error {
	server, err := peer.Start("database", "")
	if err != nil {
		return err
	}
	db, err := sql.Open("wiredb", server)
	if err != nil {
		return err
	}
	curves = tables.Rates(15)
	shelf := stock.NewShelf(db)
	pool := jobs.NewPool(ctx, 5, 10)
	jobs.Every(ctx, 250*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() { shelf.Available(ctx, n) })
	})
	traffic.Documents(ctx, 2000)
	return nil
}

func main() {
	peer.Main("database", wiredb.Serve)
	run.Service("orderdesk", start)
}
