// Command galangal reads tables that are written by columns.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"lake.example/galangal/column"
	"lake.example/galangal/scan"
	"lake.example/galangal/source"
)

var spans []shelf.Span

func main() {
	boot.Main("galangal", func(ctx context.Context) error {
		spans = shelf.Spans(34)
		crew.Start(ctx, 120)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 11)
		files, err := source.Make(12)
		if err != nil {
			return err
		}
		s := scan.New(files, column.NewAdvisor())
		boot.Every(ctx, 2500*time.Millisecond, s.Table)
		return nil
	})
}
