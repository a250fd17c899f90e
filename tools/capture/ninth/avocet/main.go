// Command avocet discovers what upstreams can do.
package main

import (
	"context"
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

	"go.avocet.example/discover/avocet/discovery"
	"go.avocet.example/discover/avocet/routing"
)

var register *holdings.Node

func main() {
	peer.Main("upstream", rpcapi.Serve)
	service.Main("avocet", func(ctx context.Context) error {
		register = holdings.Register(8)
		residents.Settle(ctx, 400)
		grist.Letters(ctx, 200)
		var addresses []string
		for i := 0; i < 3; i++ {
			address, err := peer.Start("upstream", "")
			if err != nil {
				return err
			}
			addresses = append(addresses, address)
		}
		table := routing.New()
		steady, err := grpc.Dial(addresses[0], grpc.WithInsecure(), grpc.WithBlock())
		if err != nil {
			return err
		}
		go table.Use(ctx, rpcapi.NewClient(steady))
		d := discovery.New(table, addresses)
		cadence.Loop(ctx, 4*time.Second, func(n int) {
			if err := d.Once(ctx, n); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
