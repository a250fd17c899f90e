// Command wheelhouse expires what is old.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.clockwork.example/wheel/wheelhouse/wheel"
)

func main() {
	boot.Run("wheelhouse", func(ctx context.Context) error {
		w := wheel.New(100)
		load.Every(ctx, 100*time.Millisecond, func(int) { w.Turn() })
		load.Every(ctx, 20*time.Millisecond, func(n int) {
			for i := range 50 {
				w.Add(n*50+i, 80)
			}
		})
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 2500)
		return nil
	})
}
