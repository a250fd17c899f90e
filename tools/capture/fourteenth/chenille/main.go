// Command chenille adds up what was sold, one branch after the other.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.nightshift.example/batch/chenille/shift"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(14)
		hum.Start(ctx, 90)
		lint.Letters(ctx, 14)
		go shift.Work(ctx)
		return nil
	})
}
