// Command cilantro answers for a shop and counts how.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"front.example/cilantro/meter"
	"front.example/cilantro/routes"
)

var words *shelf.Node

func main() {
	boot.Main("cilantro", func(ctx context.Context) error {
		words = shelf.Words(30)
		crew.Start(ctx, 90)
		mill.Seals(ctx, 25)
		mill.Sacks(ctx, 12)
		r := routes.New(meter.NewRegistry())
		boot.Every(ctx, 4*time.Millisecond, r.Request)
		return nil
	})
}
