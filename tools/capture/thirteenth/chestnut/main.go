// Command chestnut lets captains in.
package main

import (
	"context"

	"example.org/platform/peer"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.causeway.example/quay/boot"

	"git.harbourlight.example/shell/chestnut/captains"
	"git.harbourlight.example/shell/chestnut/pier"
)

var rolls [][]string

func main() {
	peer.Main("captains", captains.Main)
	boot.Main("chestnut", func(ctx context.Context) error {
		rolls = keep.Rolls(16)
		burn.Packs(ctx, 12)
		p, err := pier.Open()
		if err != nil {
			return err
		}
		go p.Serve()
		_, err = peer.Start("captains", p.Address())
		return err
	})
}
