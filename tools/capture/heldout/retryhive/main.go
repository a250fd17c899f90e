// Command retryhive pushes to devices.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.courier.example/push/retryhive/push"
)

func main() {
	boot.Run("retryhive", func(ctx context.Context) error {
		pusher := push.NewPusher()
		load.Every(ctx, 40*time.Millisecond, func(n int) { pusher.Push(n) })
		crowd.Staff(ctx, 400)
		burn.Pages(ctx, 1500)
		return nil
	})
}
