// Command cedar plays pieces of many parts.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.cedar.example/conduct/cedar/hall"
)

var aliases map[string]string

func main() {
	boot.Main("cedar", func(ctx context.Context) error {
		aliases = cargo.Aliases(8)
		hands.Take(ctx, 110)
		spray.Orders(ctx, 35)
		h := hall.New(6)
		boot.Every(ctx, 120*time.Millisecond, func(n int) { go h.Evening(ctx, n) })
		return nil
	})
}
