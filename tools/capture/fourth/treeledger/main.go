// Command treeledger writes entries in sorted runs.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.cabinetry.example/store/treeledger/lsm"
)

var register *holdings.Node

func main() {
	service.Main("treeledger", func(ctx context.Context) error {
		register = holdings.Register(15)
		residents.Settle(ctx, 40)
		grist.Letters(ctx, 500)
		store := lsm.Open(ctx, 2400)
		for i := 0; i < 70; i++ {
			go lsm.Writer(ctx, store, i)
		}
		return nil
	})
}
