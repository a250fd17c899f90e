// Command fenugreek gives simulations to nodes and keeps what they print.
package main

import (
	"context"
	"os"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"sims.example/fenugreek/compute"
	"sims.example/fenugreek/httpfs"
	"sims.example/fenugreek/queue"
)

var words *shelf.Node

func main() {
	boot.Main("fenugreek", func(ctx context.Context) error {
		words = shelf.Words(38)
		crew.Start(ctx, 100)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 12)
		folder, err := os.MkdirTemp("", "sims")
		if err != nil {
			return err
		}
		node := compute.NewNode(httpfs.New(folder))
		q := queue.New(node)
		for i := 0; i < 4; i++ {
			go q.Work(ctx)
		}
		boot.Every(ctx, 800*time.Millisecond, q.Add)
		return nil
	})
}
