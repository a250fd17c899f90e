// Command aspen sorts packed letters by what stands on top of them.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.parcelline.example/post/aspen/bag"
	"git.parcelline.example/post/aspen/sort"
)

var plans [][]float64

func main() {
	boot.Main("aspen", func(ctx context.Context) error {
		plans = keep.Plans(24)
		tend.Start(ctx, 130)
		burn.Sums(ctx, 12)
		letters, err := bag.Fill(16)
		if err != nil {
			return err
		}
		s := sort.New()
		boot.Every(ctx, 350*time.Millisecond, func(n int) { s.Letter(letters.Open(n)) })
		return nil
	})
}
