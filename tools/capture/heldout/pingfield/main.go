// Command pingfield has nodes that come and go.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.orbital.example/mesh/pingfield/node"
)

func main() {
	boot.Run("pingfield", func(ctx context.Context) error {
		load.Every(ctx, 120*time.Millisecond, func(n int) {
			joined := node.Join(n)
			time.AfterFunc(3*time.Second, joined.Leave)
		})
		crowd.Staff(ctx, 50)
		burn.Pages(ctx, 1500)
		return nil
	})
}
