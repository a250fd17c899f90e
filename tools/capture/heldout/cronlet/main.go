// Command cronlet runs tasks.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.clockwork.example/ops/cronlet/task"
)

func main() {
	boot.Run("cronlet", func(ctx context.Context) error {
		table := task.NewTable()
		table.Apply(0, 15)
		load.Every(ctx, 5*time.Second, func(n int) { table.Apply(n+1, 15) })
		crowd.Staff(ctx, 100)
		burn.Orders(ctx, 1500)
		return nil
	})
}
