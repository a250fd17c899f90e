// Command rowan derives what was new in conversations.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.rowan.example/turns/rowan/derive"
	"go.rowan.example/turns/rowan/turns"
	"go.rowan.example/turns/rowan/wire"
)

var aliases map[string]string

func main() {
	boot.Main("rowan", func(ctx context.Context) error {
		aliases = cargo.Aliases(11)
		hands.Take(ctx, 70)
		spray.Orders(ctx, 40)
		d := derive.New()
		boot.Every(ctx, 60*time.Millisecond, func(n int) {
			d.AddTurn(wire.Read(turns.Body(n)))
		})
		return nil
	})
}
