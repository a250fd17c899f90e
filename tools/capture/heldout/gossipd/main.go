// Command gossipd passes votes on.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.tessera.example/chain/gossipd/gossip"
)

var (
	customers map[int]*ballast.Customer
	segments  [][]byte
)

func main() {
	boot.Run("gossipd", func(ctx context.Context) error {
		customers, segments = ballast.Customers(35), ballast.Segments(25)
		node := gossip.NewNode()
		load.Every(ctx, 50*time.Millisecond, func(n int) {
			for i := range 120 {
				node.Receive(n*120+i-i%3, i)
			}
		})
		crowd.Staff(ctx, 100)
		burn.Orders(ctx, 4000)
		return nil
	})
}
