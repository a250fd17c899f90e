// Command catchup consumes a log.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.relay.example/stream/catchup/partition"
)

func main() {
	boot.Run("catchup", func(ctx context.Context) error {
		p := partition.New(6000)
		load.Every(ctx, 20*time.Millisecond, func(n int) { p.Append(n) })
		for range 3 {
			go p.Consume(ctx, 16*time.Millisecond)
		}
		crowd.Staff(ctx, 100)
		burn.Pages(ctx, 1800)
		return nil
	})
}
