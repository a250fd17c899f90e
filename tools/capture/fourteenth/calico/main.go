// Command calico follows changes for those who ask for them.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.depeche.example/feed/calico/tail"
	"git.depeche.example/feed/calico/wire"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(20)
		hum.Start(ctx, 120)
		lint.Letters(ctx, 12)
		source := wire.Lay(ctx, 40)
		start.Beat(ctx, 0.9, func(n int) { go tail.Follow(ctx, source, n) })
		return nil
	})
}
