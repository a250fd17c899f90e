// Command sequoia packs and unpacks books.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.bindery.example/pack/sequoia/bench"
)

var rolls [][]string

func main() {
	boot.Main("sequoia", func(ctx context.Context) error {
		rolls = keep.Rolls(14)
		tend.Start(ctx, 110)
		burn.Sums(ctx, 10)
		b, err := bench.Open(20)
		if err != nil {
			return err
		}
		boot.Every(ctx, 150*time.Millisecond, func(n int) { go b.Do(n) })
		return nil
	})
}
