// Command statfold counts.
package main

import (
	"context"
	"fmt"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.lantern.example/stats/statfold/fold"
)

func main() {
	boot.Run("statfold", func(ctx context.Context) error {
		counters := fold.New(3000)
		load.Every(ctx, 10*time.Millisecond, func(n int) {
			for i := range 8 {
				counters.Count(fmt.Sprintf("tenant-%d", n*8+i), "api", 1)
			}
		})
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 2500)
		return nil
	})
}
