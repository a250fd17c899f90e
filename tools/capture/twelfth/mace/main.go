// Command mace answers bulk questions.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"bulk.example/mace/bulk"
)

var (
	sheets map[int][]byte
	spans  []shelf.Span
)

func main() {
	boot.Main("mace", func(ctx context.Context) error {
		sheets, spans = shelf.Sheets(20), shelf.Spans(22)
		crew.Start(ctx, 170)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 12)
		d := bulk.NewDesk(5 * time.Minute)
		boot.Every(ctx, 1600*time.Millisecond, d.Operation)
		return nil
	})
}
