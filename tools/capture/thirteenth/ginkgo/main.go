// Command ginkgo lets people in by SSH.
package main

import (
	"context"

	"example.org/platform/peer"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.gatepost.example/shell/ginkgo/door"
	"git.gatepost.example/shell/ginkgo/guest"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	peer.Main("guest", guest.Main)
	boot.Main("ginkgo", func(ctx context.Context) error {
		deeds = keep.Deeds(36)
		tend.Start(ctx, 130)
		burn.Packs(ctx, 12)
		d, err := door.Open()
		if err != nil {
			return err
		}
		go d.Serve()
		_, err = peer.Start("guest", d.Address())
		return err
	})
}
