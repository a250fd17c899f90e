// Command quarryq works in shifts.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.quarry.example/haul/quarryq/shift"
)

func main() {
	boot.Run("quarryq", func(ctx context.Context) error {
		load.Every(ctx, 1600*time.Millisecond, func(n int) { shift.Begin(n, 5) })
		crowd.Staff(ctx, 120)
		burn.Orders(ctx, 1800)
		return nil
	})
}
