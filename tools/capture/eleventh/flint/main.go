// Command flint serves pages of an origin.
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

	"go.flint.example/edge/flint/origin"
	"go.flint.example/edge/flint/pages"
)

var places *stock.Branch

func main() {
	peer.Main("callers", street.Callers(24, 600*time.Millisecond, 9*time.Second, func(caller, turn int) string {
		if caller == 5 || caller == 17 {
			return "/ready"
		}
		return fmt.Sprintf("/page/%d", turn%9)
	}))
	boot.Main("flint", func(ctx context.Context) error {
		places = stock.Places(12)
		staff.Hire(ctx, 80)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 3)
		base, err := boot.Serve(pages.New(origin.New(ctx, 12)))
		if err != nil {
			return err
		}
		_, err = peer.Start("callers", base)
		return err
	})
}
