// Command dockyard runs containers.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.drydock.example/engine/dockyard/api"
)

func main() {
	boot.Run("dockyard", func(ctx context.Context) error {
		engine := api.NewEngine(80)
		load.Arrivals(ctx, 30*time.Millisecond, func(n int) { engine.Start(n % 80) })
		load.Crew(ctx, 4, 2*time.Second, func(member, n int) { engine.Logs(ctx, member*11+n, 300*time.Millisecond) })
		crowd.Staff(ctx, 260)
		burn.Orders(ctx, 1500)
		return nil
	})
}
