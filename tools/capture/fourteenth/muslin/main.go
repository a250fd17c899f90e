// Command muslin probes stations and says how they are.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.gridwatch.example/probe/muslin/probe"
	"git.gridwatch.example/probe/muslin/status"
)

var bolts [][]byte

func main() {
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(18)
		hum.Start(ctx, 100)
		lint.Letters(ctx, 15)
		board := status.New(50)
		start.Beat(ctx, 160, func(n int) { board.Note(n%50, probe.Station(n%50, n)) })
		start.Beat(ctx, 2, func(n int) { board.Show(n % 50) })
		return nil
	})
}
