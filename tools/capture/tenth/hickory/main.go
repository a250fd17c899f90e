// Command hickory tells clients what came for them.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.hickory.example/inbox/hickory/clients"
	"go.hickory.example/inbox/hickory/inbox"
	"go.hickory.example/inbox/hickory/poll"
)

var aliases map[string]string

func main() {
	peer.Main("clients", clients.Return)
	boot.Main("hickory", func(ctx context.Context) error {
		aliases = cargo.Aliases(10)
		hands.Take(ctx, 65)
		spray.Pages(ctx, 30)
		boxes := inbox.New(320)
		boot.Every(ctx, 200*time.Millisecond, boxes.Deliver)
		base, err := boot.Serve(poll.New(boxes, 40*time.Second))
		if err != nil {
			return err
		}
		_, err = peer.Start("clients", base)
		return err
	})
}
