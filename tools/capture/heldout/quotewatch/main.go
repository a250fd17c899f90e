// Command quotewatch glances at prices.
package main

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"

	"example.org/platform/peer"
	"example.org/rpcapi"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"rpc.example/quotewatch/board"
)

func main() {
	peer.Main("quotes", rpcapi.Serve)
	boot.Run("quotewatch", func(ctx context.Context) error {
		address, err := peer.Start("quotes", "")
		if err != nil {
			return err
		}
		conn, err := grpc.Dial(address, grpc.WithInsecure())
		if err != nil {
			return err
		}
		screen := board.New(rpcapi.NewClient(conn))
		load.Every(ctx, time.Second, func(n int) { screen.Glance(ctx, fmt.Sprint("S", n)) })
		crowd.Staff(ctx, 220)
		burn.Orders(ctx, 1500)
		return nil
	})
}
