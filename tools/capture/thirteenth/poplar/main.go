// Command poplar reads what passes on a bus.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.register.example/bus/poplar/bus"
	"git.register.example/bus/poplar/codec"
)

var rolls [][]string

func main() {
	boot.Main("poplar", func(ctx context.Context) error {
		rolls = keep.Rolls(26)
		tend.Start(ctx, 120)
		burn.Sums(ctx, 10)
		b := bus.New(&codec.Shelf{})
		boot.Every(ctx, 40*time.Millisecond, b.Message)
		return nil
	})
}
