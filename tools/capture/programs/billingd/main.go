// Command billingd posts invoices.
package main

import (
	"context"
	"database/sql"
	"log"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/wiredb"

	"pay.example/billingd/invoice"
)

var words map[string]uint32

func start(ctx context.Context) error {
	server, err := peer.Start("database", "")
	if err != nil {
		return err
	}
	db, err := sql.Open("wiredb", server)
	if err != nil {
		return err
	}
	words = tables.Dictionary(20)
	book := invoice.NewBook(db)
	jobs.Every(ctx, 100*time.Millisecond, func(n int) {
		if err := book.Post(ctx, n); err != nil && n%100 == 0 {
			log.Print(err)
		}
	})
	bus.NewTopic(ctx, "invoices", 100, 250*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() {
	peer.Main("database", wiredb.Serve)
	run.Service("billingd", start)
}
