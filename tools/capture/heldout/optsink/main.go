// Command optsink takes records in.
package main

import (
	"context"
	"os"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.lantern.example/observ/optsink/api"
	"git.lantern.example/observ/optsink/ship"
)

func main() {
	boot.Run("optsink", func(ctx context.Context) error {
		intake := api.NewIntake(ship.New(ctx, os.Getenv("MIRROR_URL")))
		load.Crew(ctx, 10, 400*time.Millisecond, func(member, n int) { intake.Take(member*100 + n) })
		crowd.Staff(ctx, 150)
		burn.Pages(ctx, 1800)
		return nil
	})
}
