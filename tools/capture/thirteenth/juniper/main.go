// Command juniper lets visitors see.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.peephole.example/view/juniper/call"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	boot.Main("juniper", func(ctx context.Context) error {
		deeds = keep.Deeds(20)
		tend.Start(ctx, 110)
		burn.Packs(ctx, 10)
		h, err := call.Open()
		if err != nil {
			return err
		}
		boot.Every(ctx, 900*time.Millisecond, func(n int) { go h.Call(n) })
		return nil
	})
}
