// Command headroom renders frames.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.tide.example/render/headroom/raster"
)

var segments [][]byte

func main() {
	boot.Run("headroom", func(ctx context.Context) error {
		segments = ballast.Segments(18)
		canvas := raster.NewCanvas(320, 200)
		load.Every(ctx, 50*time.Millisecond, func(n int) { canvas.Draw(n) })
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 2000)
		return nil
	})
}
