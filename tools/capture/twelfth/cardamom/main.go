// Command cardamom hears what is published elsewhere.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"hear.example/cardamom/feed"
	"hear.example/cardamom/hub"
)

var (
	words  *shelf.Node
	sheets map[int][]byte
)

func main() {
	peer.Main("hub", hub.Serve)
	boot.Main("cardamom", func(ctx context.Context) error {
		words, sheets = shelf.Words(20), shelf.Sheets(18)
		crew.Start(ctx, 150)
		mill.Letters(ctx, 25)
		mill.Sacks(ctx, 10)
		address, err := peer.Start("hub", "")
		if err != nil {
			return err
		}
		desk := feed.NewDesk(address, 40)
		boot.Every(ctx, 120*time.Millisecond, desk.Watch)
		return nil
	})
}
