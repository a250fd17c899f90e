// Command wasabi keeps the latest events of each line.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"lines.example/wasabi/events"
	"lines.example/wasabi/ring"
)

var spans []shelf.Span

func main() {
	boot.Main("wasabi", func(ctx context.Context) error {
		spans = shelf.Spans(30)
		crew.Start(ctx, 90)
		mill.Letters(ctx, 25)
		mill.Sacks(ctx, 12)
		lines := make([]*ring.Ring[*events.Event], 24)
		for i := range lines {
			lines[i] = ring.New[*events.Event](600)
		}
		boot.Every(ctx, 5*time.Millisecond, func(n int) { lines[n%len(lines)].Append(events.New(n)) })
		boot.Every(ctx, 2*time.Second, func(n int) { events.Judge(lines[n%len(lines)].All()) })
		return nil
	})
}
