// Command tarragon writes what happens to files.
package main

import (
	"context"
	"os"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"logs.example/tarragon/rotate"
	"logs.example/tarragon/streams"
)

var words *shelf.Node

func main() {
	boot.Main("tarragon", func(ctx context.Context) error {
		words = shelf.Words(28)
		crew.Start(ctx, 100)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 12)
		folder, err := os.MkdirTemp("", "logs")
		if err != nil {
			return err
		}
		for i := 0; i < 10; i++ {
			l, err := rotate.Open(folder, streams.Name(i), 6)
			if err != nil {
				return err
			}
			boot.Every(ctx, 20*time.Millisecond, func(n int) { l.Println(streams.Line(i, n)) })
			boot.Every(ctx, 4*time.Second+time.Duration(i)*150*time.Millisecond, l.Rotate)
		}
		return nil
	})
}
