// Command opal shares a cache with its peers.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.opal.example/group/opal/group"
	"go.opal.example/group/opal/peers"
)

var rings map[string][]uint32

func main() {
	peer.HTTP("peer", http.HandlerFunc(peers.Answer))
	boot.Main("opal", func(ctx context.Context) error {
		rings = stock.Samples(22)
		staff.Hire(ctx, 110)
		dust.Lines(ctx, 25)
		dust.Blocks(ctx, 5)
		address, err := peer.Start("peer", "")
		if err != nil {
			return err
		}
		g := group.New(peers.New("http://" + address))
		boot.Every(ctx, 55*time.Millisecond, func(n int) { go g.Get(n) })
		return nil
	})
}
