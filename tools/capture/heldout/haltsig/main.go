// Command haltsig runs agents.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.clockwork.example/agent/haltsig/agent"
)

func main() {
	boot.Run("haltsig", func(ctx context.Context) error {
		load.Every(ctx, 300*time.Millisecond, func(n int) {
			var a *agent.Agent
			if n%5 == 4 {
				a = agent.Restore(agent.Snapshot{Number: n})
			} else {
				a = agent.Spawn(n)
			}
			go a.Run()
			time.AfterFunc(2*time.Second, a.Halt)
		})
		crowd.Staff(ctx, 340)
		burn.Orders(ctx, 1500)
		return nil
	})
}
