// Command jsonwire calls a node.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.beacon.example/rpc/jsonwire/wire"
)

var segments [][]byte

func main() {
	boot.Run("jsonwire", func(ctx context.Context) error {
		segments = ballast.Segments(15)
		client := wire.NewClient(ctx)
		load.Crew(ctx, 40, 120*time.Millisecond, func(member, n int) {
			ctx, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
			defer cancel()
			client.Call(ctx, "block", member*1000+n)
		})
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 2000)
		return nil
	})
}
