// Command noticewell keeps routes up to date with a registry of services.
package main

import (
	"context"
	"fmt"
	"net/rpc"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.springhead.example/mesh/noticewell/registry"
	"git.springhead.example/mesh/noticewell/watch"
)

var register *holdings.Node

func main() {
	peer.Main("registry", registry.Serve)
	service.Main("noticewell", func(ctx context.Context) error {
		address, err := peer.Start("registry", "")
		if err != nil {
			return err
		}
		client, err := rpc.Dial("tcp", address)
		if err != nil {
			return err
		}
		register = holdings.Register(9)
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 500)
		table := watch.NewTable(client)
		for i := 0; i < registry.Services; i++ {
			table.Follow(ctx, fmt.Sprint("service-", i))
		}
		return nil
	})
}
