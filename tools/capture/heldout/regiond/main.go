// Command regiond copies settings to every region.
package main

import (
	"context"
	"log"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.meridian.example/infra/regiond/replicate"
)

func main() {
	boot.Run("regiond", func(ctx context.Context) error {
		fleet := replicate.NewFleet("fra", "iad", "nrt", "gru", "syd", "jnb")
		load.Every(ctx, 400*time.Millisecond, func(n int) {
			if err := fleet.Push(n); err != nil && n%50 == 0 {
				log.Print(err)
			}
		})
		crowd.Staff(ctx, 160)
		burn.Orders(ctx, 2000)
		return nil
	})
}
