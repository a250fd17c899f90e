// Command larch looks for what is new in boxes.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.postroom.example/mail/larch/box"
	"git.postroom.example/mail/larch/office"
)

var plans [][]float64

func main() {
	peer.Main("office", office.Main)
	boot.Main("larch", func(ctx context.Context) error {
		plans = keep.Plans(20)
		tend.Start(ctx, 150)
		burn.Lists(ctx, 16)
		address, err := peer.Start("office", "")
		if err != nil {
			return err
		}
		b := box.At(address)
		boot.Every(ctx, 700*time.Millisecond, func(n int) { go b.Newest(n) })
		return nil
	})
}
