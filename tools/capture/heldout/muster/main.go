// Command muster calls stations.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.garrison.example/jobs/muster/roll"
)

func main() {
	boot.Run("muster", func(ctx context.Context) error {
		call := roll.NewCall(12)
		load.Arrivals(ctx, 160*time.Millisecond, func(n int) { call.All(n) })
		crowd.Staff(ctx, 80)
		burn.Pages(ctx, 1500)
		return nil
	})
}
