// Command flashsale sells what is scarce.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.corner.example/shop/flashsale/sale"
)

func main() {
	boot.Run("flashsale", func(ctx context.Context) error {
		counter := sale.Open(ctx, 40)
		load.Crew(ctx, 6, 200*time.Millisecond, func(member, n int) { counter.Buy(member + n) })
		time.AfterFunc(22*time.Second, func() {
			for buyer := range 2000 {
				go counter.Buy(buyer)
				time.Sleep(3 * time.Millisecond)
			}
		})
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 1500)
		return nil
	})
}
