// Command gatherers gathers parts.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.prism.example/fan/gatherers/gather"
)

func main() {
	boot.Run("gatherers", func(ctx context.Context) error {
		load.Crew(ctx, 30, 150*time.Millisecond, func(member, n int) { gather.All(ctx, 8, member+n) })
		crowd.Staff(ctx, 90)
		burn.Pages(ctx, 1800)
		return nil
	})
}
