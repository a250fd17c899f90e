// Command hazel scans targets by templates.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.hazel.example/layers/hazel/scan"
)

var ledger []*cargo.Entry

func main() {
	boot.Main("hazel", func(ctx context.Context) error {
		ledger = cargo.Ledger(9)
		hands.Take(ctx, 150)
		spray.Orders(ctx, 45)
		boot.Every(ctx, 350*time.Millisecond, func(n int) { scan.New(n).Run() })
		return nil
	})
}
