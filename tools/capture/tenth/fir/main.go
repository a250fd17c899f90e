// Command fir gathers quotes.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"
	"go.causeway.example/quay/street"

	"go.fir.example/quotes/fir/gather"
	"go.fir.example/quotes/fir/supplier"
)

var ledger []*cargo.Entry

func main() {
	peer.Main("callers", street.Callers(14, 400*time.Millisecond, 30*time.Second, func(caller, turn int) string {
		return fmt.Sprintf("/quote?item=%d", caller*100+turn)
	}))
	boot.Main("fir", func(ctx context.Context) error {
		ledger = cargo.Ledger(12)
		hands.Take(ctx, 60)
		spray.Pages(ctx, 25)
		base, err := boot.Serve(gather.New(supplier.All(40)))
		if err != nil {
			return err
		}
		_, err = peer.Start("callers", base)
		return err
	})
}
