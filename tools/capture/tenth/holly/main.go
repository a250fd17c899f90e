// Command holly exports rows at a measured pace.
package main

import (
	"context"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.holly.example/export/holly/bucket"
	"go.holly.example/export/holly/exporter"
)

var ledger []*cargo.Entry

func main() {
	boot.Main("holly", func(ctx context.Context) error {
		ledger = cargo.Ledger(10)
		hands.Take(ctx, 55)
		spray.Orders(ctx, 35)
		b := bucket.New(40, 10)
		for i := 0; i < 300; i++ {
			go exporter.New(b, i).Run(ctx)
		}
		return nil
	})
}
