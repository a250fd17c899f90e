// Command slotsmith builds.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.anvil.example/build/slotsmith/compile"
)

func main() {
	boot.Run("slotsmith", func(ctx context.Context) error {
		farms := []*compile.Farm{compile.NewFarm("amd64", 12, 0), compile.NewFarm("arm64", 4, 9), compile.NewFarm("riscv", 6, 0)}
		load.Arrivals(ctx, 120*time.Millisecond, func(n int) { farms[n%3].Build(n) })
		crowd.Staff(ctx, 180)
		burn.Orders(ctx, 2000)
		return nil
	})
}
