// Command pledges computes quotes.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.tangent.example/flow/pledges/quote"
)

func main() {
	boot.Run("pledges", func(ctx context.Context) error {
		desk := quote.NewDesk()
		load.Arrivals(ctx, 80*time.Millisecond, func(n int) {
			ctx, cancel := context.WithTimeout(ctx, 90*time.Millisecond)
			defer cancel()
			desk.Ask(ctx, n)
		})
		crowd.Staff(ctx, 360)
		burn.Orders(ctx, 1500)
		return nil
	})
}
