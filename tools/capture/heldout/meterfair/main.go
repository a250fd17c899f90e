// Command meterfair keeps to a rate.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.turnpike.example/quota/meterfair/rate"
)

func main() {
	boot.Run("meterfair", func(ctx context.Context) error {
		limiter := rate.NewLimiter(70)
		load.Crew(ctx, 140, 40*time.Millisecond, func(int, int) { limiter.Wait(ctx) })
		crowd.Staff(ctx, 90)
		burn.Pages(ctx, 1800)
		return nil
	})
}
