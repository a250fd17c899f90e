// Command walnut answers its shims.
package main

import (
	"context"

	"example.org/platform/peer"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.causeway.example/quay/boot"

	"git.nutshell.example/shim/walnut/shell"
	"git.nutshell.example/shim/walnut/shims"
)

var plans [][]float64

func main() {
	peer.Main("shims", shims.Main)
	boot.Main("walnut", func(ctx context.Context) error {
		plans = keep.Plans(20)
		burn.Lists(ctx, 12)
		s, err := shell.Open()
		if err != nil {
			return err
		}
		go s.Serve(ctx)
		_, err = peer.Start("shims", s.Address())
		return err
	})
}
