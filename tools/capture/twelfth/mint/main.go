// Command mint relays notes to those who listen.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"relay.example/mint/clients"
	"relay.example/mint/relay"
)

var spans []shelf.Span

func main() {
	peer.Main("clients", clients.Run(130, 2500*time.Millisecond))
	boot.Main("mint", func(ctx context.Context) error {
		spans = shelf.Spans(28)
		crew.Start(ctx, 90)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 8)
		r, err := relay.Listen()
		if err != nil {
			return err
		}
		go r.Serve(ctx)
		_, err = peer.Start("clients", r.Address())
		return err
	})
}
