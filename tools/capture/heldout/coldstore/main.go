// Command coldstore serves pictures.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.glacier.example/media/coldstore/pictures"
)

func main() {
	boot.Run("coldstore", func(ctx context.Context) error {
		shelf := pictures.NewShelf(3200)
		load.Every(ctx, 50*time.Millisecond, func(n int) {
			for i := range 9 {
				shelf.Show(n*9 + i)
			}
		})
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 2500)
		return nil
	})
}
