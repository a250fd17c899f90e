// Command chambray carries circuits.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.tunnelworks.example/fabric/chambray/traffic"
)

var patterns [][]string

func main() {
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(16)
		hum.Start(ctx, 100)
		lint.Seals(ctx, 20)
		start.Beat(ctx, 5, func(n int) { go traffic.Carry(n) })
		return nil
	})
}
