// Command birch watches the conversations of a network.
package main

import (
	"context"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.wiretap.example/net/birch/watch"
)

var (
	deeds   map[keep.Parcel]*keep.Deed
	watched *watch.Watch
)

func main() {
	boot.Main("birch", func(ctx context.Context) error {
		deeds = keep.Deeds(24)
		tend.Start(ctx, 110)
		burn.Lists(ctx, 20)
		watched = watch.Start(ctx, 50)
		return nil
	})
}
