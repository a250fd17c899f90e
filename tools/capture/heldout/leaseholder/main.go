// Command leaseholder keeps leases alive.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.quorum.example/store/leaseholder/lease"
)

func main() {
	boot.Run("leaseholder", func(ctx context.Context) error {
		keeper := lease.NewKeeper(ctx)
		for id := range 12 {
			keeper.Keep(lease.ID(id))
		}
		load.Every(ctx, 6*time.Second, func(int) { keeper.Reset() })
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 1500)
		return nil
	})
}
