// Command percale keeps readings in segments.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.millwheel.example/lsm/percale/table"
	"git.millwheel.example/lsm/percale/writers"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(10)
		hum.Start(ctx, 80)
		lint.Letters(ctx, 12)
		t := table.New(ctx, 6000, 8)
		writers.Write(ctx, t, 20_000, 1800)
		return nil
	})
}
