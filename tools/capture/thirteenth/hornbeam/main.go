// Command hornbeam shows texts in colour.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.scrivener.example/show/hornbeam/paint"
)

var rolls [][]string

func main() {
	boot.Main("hornbeam", func(ctx context.Context) error {
		rolls = keep.Rolls(14)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 10)
		p := paint.New(64)
		boot.Every(ctx, 500*time.Millisecond, p.Show)
		return nil
	})
}
