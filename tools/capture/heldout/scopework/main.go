// Command scopework runs jobs.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.stratus.example/jobs/scopework/run"
)

func main() {
	boot.Run("scopework", func(ctx context.Context) error {
		runner := run.NewRunner(ctx)
		load.Crew(ctx, 8, 15*time.Millisecond, func(member, n int) { runner.Submit(member*10000 + n) })
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 2500)
		return nil
	})
}
