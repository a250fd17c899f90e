// Command hookset calls hooks.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.tangent.example/plugins/hookset/extension"
	"git.tangent.example/plugins/hookset/registry"
)

func main() {
	boot.Run("hookset", func(ctx context.Context) error {
		hooks := registry.New()
		for range 5 {
			hooks.Add(extension.NewCounter().OnEvent)
		}
		load.Arrivals(ctx, 300*time.Millisecond, func(n int) { hooks.Fire(n) })
		load.Arrivals(ctx, 700*time.Millisecond, func(int) { hooks.Add(extension.NewCounter().OnEvent) })
		time.AfterFunc(5*time.Second, func() { extension.NewOnce(hooks) })
		crowd.Staff(ctx, 130)
		burn.Pages(ctx, 1500)
		return nil
	})
}
