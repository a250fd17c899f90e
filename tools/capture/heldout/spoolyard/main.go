// Command spoolyard takes documents.
package main

import (
	"context"
	"os"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.gutenberg.example/queue/spoolyard/spool"
)

var segments [][]byte

func main() {
	boot.Run("spoolyard", func(ctx context.Context) error {
		segments = ballast.Segments(15)
		folder, err := os.MkdirTemp("", "spool")
		if err != nil {
			return err
		}
		context.AfterFunc(ctx, func() { os.RemoveAll(folder) })
		yard := spool.NewYard(folder)
		load.Every(ctx, 250*time.Millisecond, func(n int) { yard.Accept(n) })
		crowd.Staff(ctx, 90)
		burn.Orders(ctx, 2000)
		return nil
	})
}
