// Command cedar keeps what sensors say.
package main

import (
	"context"
	"os"
	"time"

	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.woodstack.example/store/cedar/stack"
)

func main() {
	boot.Main("cedar", func(ctx context.Context) error {
		tend.Start(ctx, 110)
		burn.Lists(ctx, 12)
		folder, err := os.MkdirTemp("", "stack")
		if err != nil {
			return err
		}
		s, err := stack.Open(folder)
		if err != nil {
			return err
		}
		boot.Every(ctx, 10*time.Millisecond, s.Put)
		boot.Every(ctx, 25*time.Millisecond, s.Get)
		boot.Every(ctx, 20*time.Second, func(int) { s.Clean() })
		return nil
	})
}
