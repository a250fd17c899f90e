// Command atlasmap reads tiles from a mapped file.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.compass.example/tiles/atlasmap/tiles"
)

var customers map[int]*ballast.Customer

func main() {
	boot.Run("atlasmap", func(ctx context.Context) error {
		customers = ballast.Customers(30)
		atlas, err := tiles.Map(160 << 20)
		if err != nil {
			return err
		}
		load.Every(ctx, 5*time.Millisecond, func(n int) {
			for i := range 8 {
				atlas.Sum(n*8 + i)
			}
		})
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 1800)
		return nil
	})
}
