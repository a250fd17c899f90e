// Command watchtree watches folders.
package main

import (
	"context"
	"os"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.mirror.example/sync/watchtree/scan"
)

func main() {
	boot.Run("watchtree", func(ctx context.Context) error {
		folder, err := os.MkdirTemp("", "tree")
		if err != nil {
			return err
		}
		context.AfterFunc(ctx, func() { os.RemoveAll(folder) })
		tree := scan.NewTree(folder)
		load.Every(ctx, 800*time.Millisecond, func(n int) { tree.Visit(n % 8) })
		crowd.Staff(ctx, 110)
		burn.Orders(ctx, 1500)
		return nil
	})
}
