// Command turquoise keeps books.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/street"

	"go.turquoise.example/ledger/turquoise/books"
	"go.turquoise.example/ledger/turquoise/counter"
)

var places *stock.Branch

func main() {
	peer.Main("clerks", street.Callers(140, 2*time.Second, 20*time.Second, func(caller, turn int) string {
		return fmt.Sprintf("/account/%d/%d", caller, turn)
	}))
	boot.Main("turquoise", func(ctx context.Context) error {
		places = stock.Places(14)
		staff.Hire(ctx, 80)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 3)
		b := books.New(4000)
		boot.Every(ctx, 9*time.Second, func(int) { b.Snapshot(3500 * time.Millisecond) })
		base, err := boot.Serve(counter.New(b))
		if err != nil {
			return err
		}
		_, err = peer.Start("clerks", base)
		return err
	})
}
