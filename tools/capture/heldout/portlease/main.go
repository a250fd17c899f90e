// Command portlease transfers files on ports of their own.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.ferry.example/transfer/portlease/session"
)

func main() {
	boot.Run("portlease", func(ctx context.Context) error {
		s := session.New()
		load.Every(ctx, 140*time.Millisecond, func(n int) { go s.Retrieve(n) })
		crowd.Staff(ctx, 130)
		burn.Orders(ctx, 1500)
		return nil
	})
}
