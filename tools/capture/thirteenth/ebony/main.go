// Command ebony hands news on to whoever wants them.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.newsboy.example/wire/ebony/desk"
	"git.newsboy.example/wire/ebony/takers"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	boot.Main("ebony", func(ctx context.Context) error {
		deeds = keep.Deeds(40)
		tend.Start(ctx, 130)
		burn.Packs(ctx, 18)
		burn.Sums(ctx, 9)
		d := desk.New()
		for i := 0; i < 12; i++ {
			d.Subscribe(takers.New(time.Duration(2+i) * time.Millisecond))
		}
		d.Subscribe(takers.New(160 * time.Millisecond))
		boot.Every(ctx, 80*time.Millisecond, d.Publish)
		return nil
	})
}
