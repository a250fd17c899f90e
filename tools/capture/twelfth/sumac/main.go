// Command sumac keeps boards in step for those who look at them.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"boards.example/sumac/sessions"
	"boards.example/sumac/viewers"
)

var words *shelf.Node

func main() {
	peer.Main("viewers", viewers.Look(130, 44*time.Second))
	boot.Main("sumac", func(ctx context.Context) error {
		words = shelf.Words(24)
		crew.Start(ctx, 90)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 9)
		h, err := sessions.Listen()
		if err != nil {
			return err
		}
		go h.Serve()
		boot.Every(ctx, 800*time.Millisecond, h.Draw)
		_, err = peer.Start("viewers", h.Address())
		return err
	})
}
