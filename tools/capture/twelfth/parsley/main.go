// Command parsley limits who asks how often.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"limits.example/parsley/cache"
	"limits.example/parsley/gate"
)

var spans []shelf.Span

func main() {
	boot.Main("parsley", func(ctx context.Context) error {
		spans = shelf.Spans(28)
		crew.Start(ctx, 90)
		mill.Seals(ctx, 25)
		mill.Sacks(ctx, 11)
		memory := cache.NewMemory()
		boot.Every(ctx, time.Second, func(int) { memory.Sweep() })
		g := gate.New(memory)
		boot.Every(ctx, 6*time.Millisecond, g.Ask)
		return nil
	})
}
