// Command buckeye calls hooks.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.buckeye.example/hooks/buckeye/caller"
	"go.buckeye.example/hooks/buckeye/receiver"
)

var grids [][]float64

func main() {
	boot.Main("buckeye", func(ctx context.Context) error {
		grids = cargo.Grids(14)
		hands.Take(ctx, 80)
		spray.Pages(ctx, 25)
		c := caller.New(receiver.New(5*time.Second, 75*time.Second), 6)
		boot.Every(ctx, 30*time.Millisecond, func(n int) { go c.Call(ctx, n) })
		return nil
	})
}
