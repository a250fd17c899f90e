// Command cumin manages tasks and tells those who watch them.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"swarm.example/cumin/agents"
	"swarm.example/cumin/broker"
	"swarm.example/cumin/watch"
)

var words *shelf.Node

func main() {
	boot.Main("cumin", func(ctx context.Context) error {
		words = shelf.Words(34)
		crew.Start(ctx, 110)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 10)
		queue := watch.NewQueue()
		agents.Start(ctx, queue, 24, 15*time.Second)
		b := broker.New(queue)
		boot.Every(ctx, 25*time.Millisecond, b.Task)
		return nil
	})
}
