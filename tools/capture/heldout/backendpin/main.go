// Command backendpin balances load.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.turnpike.example/balance/backendpin/pool"
)

func main() {
	boot.Run("backendpin", func(ctx context.Context) error {
		backends := pool.New(6)
		load.Every(ctx, 2*time.Second, func(n int) { backends.Swap(n) })
		load.Every(ctx, 20*time.Millisecond, func(n int) { backends.Pick(n) })
		crowd.Staff(ctx, 110)
		burn.Pages(ctx, 1500)
		return nil
	})
}
