// Command limestone shows articles.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.limestone.example/shop/limestone/articles"
	"go.limestone.example/shop/limestone/recent"
)

var rules [][]string

func main() {
	boot.Main("limestone", func(ctx context.Context) error {
		rules = stock.Rules(22)
		staff.Hire(ctx, 80)
		dust.Lines(ctx, 25)
		dust.Blocks(ctx, 8)
		a := articles.New(recent.New[*articles.Article](12000))
		boot.Every(ctx, 7*time.Millisecond, func(n int) { a.Show(n) })
		boot.Every(ctx, 9*time.Millisecond, func(n int) { a.Show(n * 2 / 3) })
		return nil
	})
}
