// Command lace leads, or waits to.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.quorumroom.example/lead/lace/lease"
	"git.quorumroom.example/lead/lace/mirror"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(16)
		hum.Start(ctx, 60)
		lint.Letters(ctx, 10)
		for i := 0; i < 30; i++ {
			l := lease.New()
			for j := 0; j < 4; j++ {
				go lease.Stand(ctx, l, j)
			}
		}
		for i := 0; i < 45; i++ {
			mirror.Run(ctx, i)
		}
		return nil
	})
}
