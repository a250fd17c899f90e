// Command cartclock has carts that expire.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.corner.example/carts/cartclock/cart"
)

var segments [][]byte

func main() {
	boot.Run("cartclock", func(ctx context.Context) error {
		segments = ballast.Segments(20)
		shop := cart.NewShop()
		load.Crew(ctx, 10, 60*time.Millisecond, func(member, n int) { shop.Visit(member*100000 + n) })
		crowd.Staff(ctx, 90)
		burn.Orders(ctx, 2500)
		return nil
	})
}
