// Command cambric shows pictures in small.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.thumbnail.example/img/cambric/views"
)

var patterns [][]string

func main() {
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(8)
		hum.Start(ctx, 80)
		lint.Bills(ctx, 14)
		base, err := start.Listen(views.New(14 << 20))
		if err != nil {
			return err
		}
		views.Visitors(ctx, base, 120)
		return nil
	})
}
