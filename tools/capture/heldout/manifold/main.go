// Command manifold packs files.
package main

import (
	"context"
	"os"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"

	"git.mirror.example/pack/manifold/pack"
)

func main() {
	boot.Run("manifold", func(ctx context.Context) error {
		folder, err := os.MkdirTemp("", "parts")
		if err != nil {
			return err
		}
		context.AfterFunc(ctx, func() { os.RemoveAll(folder) })
		names := make(chan string)
		go pack.Produce(ctx, folder, 80*time.Millisecond, names)
		go pack.NewPacker().Run(names)
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 1500)
		return nil
	})
}
