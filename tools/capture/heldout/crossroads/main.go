// Command crossroads counts vehicles.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.compass.example/traffic/crossroads/count"
)

func main() {
	boot.Run("crossroads", func(ctx context.Context) error {
		board := count.NewBoard(64)
		load.Crew(ctx, 70, 30*time.Millisecond, func(member, n int) { board.Pass(member + n) })
		load.Crew(ctx, 50, 20*time.Millisecond, func(member, n int) { board.Total() })
		crowd.Staff(ctx, 40)
		burn.Orders(ctx, 1200)
		return nil
	})
}
