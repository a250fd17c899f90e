// Command teak does tasks as they come.
package main

import (
	"context"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.taskmaster.example/work/teak/hand"
	"git.taskmaster.example/work/teak/poll"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	boot.Main("teak", func(ctx context.Context) error {
		deeds = keep.Deeds(34)
		tend.Start(ctx, 140)
		burn.Lists(ctx, 18)
		burn.Packs(ctx, 8)
		for i := 0; i < 8; i++ {
			go poll.New(hand.New(i)).Run(ctx)
		}
		return nil
	})
}
