// Command sandstone tells readers what is new.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.sandstone.example/feed/sandstone/feed"
	"go.sandstone.example/feed/sandstone/readers"
)

var rules [][]string

func main() {
	peer.Main("readers", readers.Come(12, 14*time.Second))
	boot.Main("sandstone", func(ctx context.Context) error {
		rules = stock.Rules(10)
		staff.Hire(ctx, 70)
		dust.Lines(ctx, 20)
		dust.Blocks(ctx, 3)
		f := feed.New()
		boot.Every(ctx, 2*time.Second, f.Publish)
		base, err := boot.Serve(f)
		if err != nil {
			return err
		}
		_, err = peer.Start("readers", base)
		return err
	})
}
