// Command tidewater reduces windows of samples.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.tide.example/science/tidewater/window"
)

func main() {
	boot.Run("tidewater", func(ctx context.Context) error {
		w := window.New(10 * time.Second)
		load.Every(ctx, 5*time.Millisecond, func(n int) { w.Add(n) })
		crowd.Staff(ctx, 90)
		burn.Pages(ctx, 1500)
		return nil
	})
}
