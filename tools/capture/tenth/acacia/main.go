// Command acacia serves map tiles.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.acacia.example/tiles/acacia/render"
	"go.acacia.example/tiles/acacia/shards"
)

var aliases map[string]string

func main() {
	boot.Main("acacia", func(ctx context.Context) error {
		aliases = cargo.Aliases(6)
		hands.Take(ctx, 90)
		spray.Pages(ctx, 30)
		tiles := render.New(shards.New[uint64](32, 1<<20))
		for i := 0; i < 9000; i++ {
			tiles.Tile(uint64(i))
		}
		boot.Every(ctx, 5*time.Millisecond, func(n int) { tiles.Tile(uint64(9000 + n)) })
		boot.Every(ctx, 4*time.Millisecond, func(n int) { tiles.Tile(uint64(8000 + n/2)) })
		return nil
	})
}
