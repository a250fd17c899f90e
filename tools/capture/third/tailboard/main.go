// Command tailboard shows the output of containers while they run.
package main

import (
	"context"
	"math/rand"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.harbourlog.example/view/tailboard/follow"
	"git.harbourlog.example/view/tailboard/output"
)

func main() {
	service.Main("tailboard", func(ctx context.Context) error {
		residents.Settle(ctx, 280)
		grist.Letters(ctx, 1200)
		stacks := output.NewStacks()
		for i := 0; i < 25; i++ {
			stacks.Run(ctx, 0)
		}
		cadence.Spread(ctx, 1.1, func(n int) {
			life := time.Duration(3+rand.Intn(4)) * time.Second
			c := stacks.Run(ctx, life)
			stay := 2 * time.Second
			if n%3 == 0 {
				stay = life + time.Second
			}
			follow.Show(c, stay)
		})
		return nil
	})
}
