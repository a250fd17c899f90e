// Command elm relays what comes over one long connection.
package main

import (
	"context"

	"example.org/platform/peer"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.causey.example/relay/elm/ferry"
	"git.causey.example/relay/elm/shore"
)

var rolls [][]string

func main() {
	peer.Main("shore", shore.Main)
	boot.Main("elm", func(ctx context.Context) error {
		rolls = keep.Rolls(30)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 14)
		burn.Lists(ctx, 10)
		f, err := ferry.Listen()
		if err != nil {
			return err
		}
		go f.Serve()
		for i := 0; i < 4; i++ {
			if _, err := peer.Start("shore", f.Address()); err != nil {
				return err
			}
		}
		return nil
	})
}
