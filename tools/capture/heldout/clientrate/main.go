// Command clientrate limits clients.
package main

import (
	"context"
	"fmt"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.turnpike.example/edge/clientrate/limit"
)

func main() {
	boot.Run("clientrate", func(ctx context.Context) error {
		buckets := limit.NewBuckets(5)
		load.Every(ctx, 20*time.Millisecond, func(n int) {
			for i := range 40 {
				buckets.Allow(fmt.Sprintf("10.%d.%d.%d", n>>8&255, n&255, i))
			}
		})
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 2000)
		return nil
	})
}
