// Command birch reads wide rows.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.birch.example/wide/birch/rows"
	"go.birch.example/wide/birch/session"
)

var ledger []*cargo.Entry

func main() {
	boot.Main("birch", func(ctx context.Context) error {
		ledger = cargo.Ledger(16)
		hands.Take(ctx, 120)
		spray.Orders(ctx, 60)
		reader := rows.NewReader(session.Open(ctx))
		for i := 0; i < 8; i++ {
			boot.Every(ctx, 20*time.Millisecond, reader.Turn)
		}
		return nil
	})
}
