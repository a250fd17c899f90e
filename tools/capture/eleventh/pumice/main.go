// Command pumice relays connections.
package main

import (
	"context"
	"net"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.pumice.example/relay/pumice/ends"
	"go.pumice.example/relay/pumice/relay"
)

var places *stock.Branch

func main() {
	peer.Main("far", ends.Far)
	peer.Main("near", ends.Near)
	boot.Main("pumice", func(ctx context.Context) error {
		places = stock.Places(12)
		staff.Hire(ctx, 90)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 3)
		far, err := peer.Start("far", "")
		if err != nil {
			return err
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		go relay.New(far).Serve(l)
		_, err = peer.Start("near", l.Addr().String())
		return err
	})
}
