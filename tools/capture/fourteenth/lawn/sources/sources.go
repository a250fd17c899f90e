// Package sources write lines.
package sources

import (
	"context"
	"fmt"

	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.scribbler.example/logs/lawn/bundle"
)

// Write has n sources write perSecond lines each.
func Write(ctx context.Context, b *bundle.Bundle, n int, perSecond float64) {
	for i := 0; i < n; i++ {
		name := fmt.Sprint("source-", i)
		start.Beat(ctx, perSecond/4, func(turn int) {
			for j := 0; j < 4; j++ {
				b.Add(name, bundle.Line{Level: turn % 4, Text: stock.Text(150+turn*37%200, turn)})
			}
		})
	}
}
