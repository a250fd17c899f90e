// Command batchcrew settles batches.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.millrace.example/etl/batchcrew/nightly"
)

func main() {
	boot.Run("batchcrew", func(ctx context.Context) error {
		load.Every(ctx, 900*time.Millisecond, func(n int) { nightly.Settle(n) })
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 2000)
		return nil
	})
}
