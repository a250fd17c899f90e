// Command cinnamon admits pods and says from where their images come.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"admit.example/cinnamon/meter"
	"admit.example/cinnamon/webhook"
)

var spans []shelf.Span

func main() {
	boot.Main("cinnamon", func(ctx context.Context) error {
		spans = shelf.Spans(36)
		crew.Start(ctx, 90)
		mill.Letters(ctx, 25)
		mill.Sacks(ctx, 10)
		m := webhook.New(meter.NewRegistry())
		boot.Every(ctx, 6*time.Millisecond, m.Admit)
		boot.Every(ctx, 10*time.Second, m.Report)
		return nil
	})
}
