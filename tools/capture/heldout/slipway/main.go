// Command slipway launches jobs by their weight.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.harborage.example/yard/slipway/weigh"
)

func main() {
	boot.Run("slipway", func(ctx context.Context) error {
		scale := weigh.NewScale(20)
		load.Crew(ctx, 180, 300*time.Millisecond, func(member, n int) {
			weight := 1 + member%4
			if scale.Acquire(ctx, weight) != nil {
				return
			}
			defer scale.Release(weight)
			time.Sleep(time.Duration(120+n%60) * time.Millisecond)
		})
		crowd.Staff(ctx, 60)
		burn.Pages(ctx, 1500)
		return nil
	})
}
