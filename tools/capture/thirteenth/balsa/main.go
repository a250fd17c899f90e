// Command balsa knows who is in the house.
package main

import (
	"context"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.lodginghouse.example/rooms/balsa/book"
)

var plans [][]float64

func main() {
	boot.Main("balsa", func(ctx context.Context) error {
		plans = keep.Plans(18)
		tend.Start(ctx, 110)
		burn.Sums(ctx, 10)
		b, err := book.Open(20 * time.Second)
		if err != nil {
			return err
		}
		boot.Every(ctx, 5*time.Millisecond, b.Arrive)
		boot.Every(ctx, 50*time.Millisecond, b.Ask)
		return nil
	})
}
