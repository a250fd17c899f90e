// Command oak tells who asks when something is another.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.causeway.example/quay/boot"

	"git.watchtower.example/fleet/oak/callers"
	"git.watchtower.example/fleet/oak/tower"
)

var rolls [][]string

func main() {
	boot.Main("oak", func(ctx context.Context) error {
		rolls = keep.Rolls(18)
		burn.Sums(ctx, 12)
		t, err := tower.Build(1500)
		if err != nil {
			return err
		}
		base, err := boot.Serve(t)
		if err != nil {
			return err
		}
		callers.Call(ctx, base, 120)
		boot.Every(ctx, 300*time.Millisecond, func(n int) { _ = t.Change(n * 13 % 1500) })
		return nil
	})
}
