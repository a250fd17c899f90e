// Command saffron adds up readings by window.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"sums.example/saffron/readings"
	"sums.example/saffron/window"
)

var spans []shelf.Span

func main() {
	boot.Main("saffron", func(ctx context.Context) error {
		spans = shelf.Spans(30)
		crew.Start(ctx, 90)
		mill.Letters(ctx, 25)
		mill.Sacks(ctx, 12)
		w := window.New(24 * time.Second)
		for i := 0; i < 3; i++ {
			boot.Every(ctx, 4*time.Millisecond, func(n int) { w.Add(readings.Key(3*n+i), readings.Value(n)) })
		}
		return nil
	})
}
