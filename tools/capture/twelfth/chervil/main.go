// Command chervil dispatches rides.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"rides.example/chervil/dispatch"
	"rides.example/chervil/offer"
)

var sheets map[int][]byte

func main() {
	boot.Main("chervil", func(ctx context.Context) error {
		sheets = shelf.Sheets(32)
		crew.Start(ctx, 110)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 10)
		d := dispatch.New(ctx, offer.NewBook(), 16*time.Second)
		boot.Every(ctx, 14*time.Millisecond, d.Ride)
		return nil
	})
}
