// Command ringside records matches.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.arena.example/replay/ringside/match"
)

var segments [][]byte

func main() {
	boot.Run("ringside", func(ctx context.Context) error {
		segments = ballast.Segments(45)
		live := match.New()
		load.Every(ctx, 20*time.Millisecond, func(n int) {
			for i := range 28 {
				live.Hit(n*28 + i)
			}
		})
		crowd.Staff(ctx, 110)
		burn.Pages(ctx, 5000)
		return nil
	})
}
