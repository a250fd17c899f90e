// Command laurel rolls blocks up.
package main

import (
	"context"
	"os"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.laurel.example/rollup/laurel/blocks"
	"go.laurel.example/rollup/laurel/wal"
)

var grids [][]float64

func main() {
	boot.Main("laurel", func(ctx context.Context) error {
		grids = cargo.Grids(11)
		hands.Take(ctx, 65)
		spray.Orders(ctx, 30)
		folder, err := os.MkdirTemp("", "rollup")
		if err != nil {
			return err
		}
		context.AfterFunc(ctx, func() { os.RemoveAll(folder) })
		boot.Every(ctx, 150*time.Millisecond, blocks.NewProducer(wal.Open(folder)).Turn)
		return nil
	})
}
