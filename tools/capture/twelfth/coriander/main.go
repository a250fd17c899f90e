// Command coriander takes orders and logs what it does.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"orders.example/coriander/journal"
	"orders.example/coriander/shop"
	"orders.example/coriander/target"
)

var sheets map[int][]byte

func main() {
	peer.Main("target", target.Serve)
	boot.Main("coriander", func(ctx context.Context) error {
		sheets = shelf.Sheets(34)
		crew.Start(ctx, 100)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 9)
		address, err := peer.Start("target", "")
		if err != nil {
			return err
		}
		w, err := target.Dial(address)
		if err != nil {
			return err
		}
		s := shop.New(journal.New(w))
		boot.Every(ctx, 5*time.Millisecond, s.Order)
		return nil
	})
}
