// Command spruce seats people at tables.
package main

import (
	"context"
	"time"

	"github.com/gin-gonic/gin"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.playbarn.example/games/spruce/door"
	"git.playbarn.example/games/spruce/folk"
	"git.playbarn.example/games/spruce/tables"
)

var plans [][]float64

func main() {
	gin.SetMode(gin.ReleaseMode)
	boot.Main("spruce", func(ctx context.Context) error {
		plans = keep.Plans(20)
		tend.Start(ctx, 130)
		burn.Packs(ctx, 10)
		base, err := boot.Serve(door.New(tables.Set(60, 8)))
		if err != nil {
			return err
		}
		f := folk.At(base)
		boot.Every(ctx, 60*time.Millisecond, func(n int) { go f.Come(n) })
		return nil
	})
}
