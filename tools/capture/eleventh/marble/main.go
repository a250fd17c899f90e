// Command marble sends questions to whoever answers them best.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.marble.example/router/marble/front"
	"go.marble.example/router/marble/replay"
	"go.marble.example/router/marble/senders"
)

var (
	places *stock.Branch
	rules  [][]string
)

func main() {
	peer.Main("senders", senders.Send(8, 800*time.Millisecond))
	boot.Main("marble", func(ctx context.Context) error {
		places, rules = stock.Places(35), stock.Rules(35)
		staff.Hire(ctx, 70)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 14)
		recorder := replay.New(&replay.Memory{Limit: 50000})
		base, err := boot.Serve(front.New(recorder))
		if err != nil {
			return err
		}
		_, err = peer.Start("senders", base)
		return err
	})
}
