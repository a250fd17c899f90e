// Command headpeek looks at frames.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.drift.example/sniff/headpeek/flow"
	"git.drift.example/sniff/headpeek/frame"
)

func main() {
	boot.Run("headpeek", func(ctx context.Context) error {
		flows := flow.NewTable()
		load.Every(ctx, 10*time.Millisecond, func(n int) { flows.Add(frame.Capture(n)) })
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 1500)
		return nil
	})
}
