// Command syncpoint rolls out releases.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.tangent.example/deploy/syncpoint/rollout"
)

var customers map[int]*ballast.Customer

func main() {
	boot.Run("syncpoint", func(ctx context.Context) error {
		customers = ballast.Customers(12)
		load.Every(ctx, 500*time.Millisecond, func(n int) { rollout.Begin(n%30, n) })
		crowd.Staff(ctx, 330)
		burn.Orders(ctx, 1500)
		return nil
	})
}
