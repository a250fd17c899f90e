// Command versionlog commits settings.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.stratus.example/config/versionlog/snapshot"
)

var segments [][]byte

func main() {
	boot.Run("versionlog", func(ctx context.Context) error {
		segments = ballast.Segments(20)
		store := snapshot.NewStore()
		load.Every(ctx, 25*time.Millisecond, func(n int) { store.Commit(n%900, n) })
		load.Crew(ctx, 4, 200*time.Millisecond, func(int, int) { store.Changed() })
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 2500)
		return nil
	})
}
