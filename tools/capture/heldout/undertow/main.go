// Command undertow rolls over without dropping requests.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.meridian.example/roll/undertow/generation"
)

func main() {
	boot.Run("undertow", func(ctx context.Context) error {
		service := generation.NewService()
		load.Arrivals(ctx, 100*time.Millisecond, func(n int) { service.Handle(n) })
		load.Every(ctx, 8*time.Second, func(int) { service.Roll() })
		crowd.Staff(ctx, 60)
		burn.Pages(ctx, 1800)
		return nil
	})
}
