// Command lovage works through messages and measures how long each takes.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"jobs.example/lovage/agent"
	"jobs.example/lovage/store"
	"jobs.example/lovage/worker"
)

var spans []shelf.Span

func main() {
	boot.Main("lovage", func(ctx context.Context) error {
		spans = shelf.Spans(36)
		crew.Start(ctx, 110)
		mill.Letters(ctx, 25)
		mill.Sacks(ctx, 11)
		messages := make(chan worker.Message, 256)
		app := agent.New("lovage")
		for i := 0; i < 3; i++ {
			go worker.New(app, store.New(300)).Run(ctx, messages)
		}
		boot.Every(ctx, 25*time.Millisecond, func(n int) { messages <- worker.Message{ID: n, Kind: n % 7} })
		return nil
	})
}
