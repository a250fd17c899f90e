// Command sycamore hands results on.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.catchup.example/wire/sycamore/clerk"
	"git.catchup.example/wire/sycamore/wire"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	boot.Main("sycamore", func(ctx context.Context) error {
		deeds = keep.Deeds(18)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 12)
		w := wire.New()
		for i := 0; i < 6; i++ {
			w.Subscribe(clerk.New(time.Millisecond, 0))
		}
		w.Subscribe(clerk.New(7*time.Millisecond, 12*time.Second))
		w.Rush(4500)
		boot.Every(ctx, 22*time.Millisecond, w.Result)
		return nil
	})
}
