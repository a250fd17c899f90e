// Command elder measures what its clients do.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.meterhouse.example/stats/elder/meter"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	boot.Main("elder", func(ctx context.Context) error {
		deeds = keep.Deeds(16)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 10)
		m, err := meter.New(2*time.Second, 40*time.Second)
		if err != nil {
			return err
		}
		boot.Every(ctx, 4*time.Millisecond, m.Served)
		boot.Every(ctx, 5*time.Second, func(int) { m.Show() })
		return nil
	})
}
