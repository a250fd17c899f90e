// Command toolrun probes media files with a tool.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.anvil.example/media/toolrun/tool"
)

func main() {
	boot.Run("toolrun", func(ctx context.Context) error {
		probe := &tool.Tool{Patience: 300 * time.Millisecond}
		load.Every(ctx, 900*time.Millisecond, func(n int) { probe.Probe(n) })
		crowd.Staff(ctx, 90)
		burn.Orders(ctx, 1500)
		return nil
	})
}
