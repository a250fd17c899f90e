// Command lavender runs workflows.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"flows.example/lavender/matching"
	"flows.example/lavender/taskqueue"
)

var (
	words *shelf.Node
	spans []shelf.Span
)

func main() {
	boot.Main("lavender", func(ctx context.Context) error {
		words, spans = shelf.Words(18), shelf.Spans(26)
		crew.Start(ctx, 130)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 11)
		manager := taskqueue.New(ctx)
		engine := matching.New(manager)
		boot.Every(ctx, 5*time.Millisecond, engine.Poll)
		return nil
	})
}
