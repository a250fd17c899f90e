// Command hemlock draws maps.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.sundial.example/maps/hemlock/tiles"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	boot.Main("hemlock", func(ctx context.Context) error {
		deeds = keep.Deeds(16)
		tend.Start(ctx, 130)
		burn.Lists(ctx, 12)
		t, err := tiles.Open(20 << 20)
		if err != nil {
			return err
		}
		boot.Every(ctx, 5*time.Millisecond, t.Look)
		return nil
	})
}
