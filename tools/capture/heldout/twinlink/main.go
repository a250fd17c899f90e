// Command twinlink builds scenes.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.prism.example/scene/twinlink/scene"
)

func main() {
	boot.Run("twinlink", func(ctx context.Context) error {
		load.Every(ctx, 40*time.Millisecond, func(n int) { scene.Build(n).Draw() })
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 2500)
		return nil
	})
}
