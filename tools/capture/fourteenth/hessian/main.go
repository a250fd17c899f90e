// Command hessian shows pages.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.frontpage.example/web/hessian/page"
)

var patterns [][]string

func main() {
	start.Service(func(ctx context.Context) error {
		patterns = stock.Patterns(10)
		hum.Start(ctx, 60)
		lint.Letters(ctx, 12)
		base, err := start.Listen(page.New(12 << 20))
		if err != nil {
			return err
		}
		page.Readers(ctx, base, 55)
		return nil
	})
}
