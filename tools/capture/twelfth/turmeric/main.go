// Command turmeric reports from a database.
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

	"report.example/turmeric/reports"
	"report.example/turmeric/statements"
)

var spans []shelf.Span

func main() {
	peer.Main("db", wiredb.Serve)
	boot.Main("turmeric", func(ctx context.Context) error {
		spans = shelf.Spans(26)
		crew.Start(ctx, 110)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 10)
		address, err := peer.Start("db", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(64)
		db.SetMaxIdleConns(64)
		r := reports.New(statements.New(db, 180), 45*time.Second)
		boot.Every(ctx, 22*time.Millisecond, func(n int) { go r.Run(ctx, n) })
		return nil
	})
}
