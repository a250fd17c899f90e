// Command walnut publishes packages.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.walnut.example/publish/walnut/links"
	"go.walnut.example/publish/walnut/publish"
)

var (
	grids   [][]float64
	aliases map[string]string
)

func main() {
	boot.Main("walnut", func(ctx context.Context) error {
		grids, aliases = cargo.Grids(32), cargo.Aliases(18)
		hands.Take(ctx, 60)
		spray.Pages(ctx, 50)
		p := publish.New(links.New())
		boot.Every(ctx, 50*time.Millisecond, p.Turn)
		return nil
	})
}
