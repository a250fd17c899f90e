// Command ash hands messages on.
package main

import (
	"context"

	"example.org/platform/peer"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.causeway.example/quay/boot"

	"git.switchyard.example/bus/ash/clients"
	"git.switchyard.example/bus/ash/yard"
)

var rolls [][]string

func main() {
	peer.Main("clients", clients.Main)
	boot.Main("ash", func(ctx context.Context) error {
		rolls = keep.Rolls(14)
		burn.Packs(ctx, 10)
		address, err := yard.Open()
		if err != nil {
			return err
		}
		_, err = peer.Start("clients", address)
		return err
	})
}
