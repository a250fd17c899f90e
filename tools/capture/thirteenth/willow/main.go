// Command willow keeps an almanac of the last half minute.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.almanac.example/store/willow/almanac"
)

var rolls [][]string

func main() {
	boot.Main("willow", func(ctx context.Context) error {
		rolls = keep.Rolls(30)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 12)
		burn.Sums(ctx, 8)
		a := almanac.New(3000)
		boot.Every(ctx, 10*time.Millisecond, a.Note)
		boot.Every(ctx, time.Second, func(int) { a.Tidy() })
		return nil
	})
}
