// Command brokerage tells prices to clients.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"google.golang.org/grpc"

	"example.org/platform/peer"
	"example.org/rpcapi"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.tradingpost.example/market/brokerage/watch"
)

var register *holdings.Node

func main() {
	peer.Main("exchange", rpcapi.Serve)
	service.Main("brokerage", func(ctx context.Context) error {
		address, err := peer.Start("exchange", "")
		if err != nil {
			return err
		}
		conn, err := grpc.Dial(address, grpc.WithInsecure(), grpc.WithBlock())
		if err != nil {
			return err
		}
		register = holdings.Register(10)
		residents.Settle(ctx, 300)
		grist.Letters(ctx, 500)
		desk := watch.NewDesk(rpcapi.NewClient(conn))
		cadence.Loop(ctx, 150*time.Millisecond, func(n int) {
			if err := desk.Ask(ctx, fmt.Sprint("S", n%40)); err != nil {
				log.Print(err)
			}
		})
		cadence.Spread(ctx, 0.55, func(n int) {
			if err := desk.First(ctx, fmt.Sprint("NEW", n)); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
