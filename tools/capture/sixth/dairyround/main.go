// Command dairyround plans who gets milk on which way.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.churn.example/milk/dairyround/rounds"
	"git.churn.example/milk/dairyround/route"
)

var images [][]byte

func main() {
	service.Main("dairyround", func(ctx context.Context) error {
		images = holdings.Images(12)
		residents.Settle(ctx, 70)
		grist.Letters(ctx, 400)
		table := rounds.New(3000)
		cadence.Loop(ctx, 40*time.Millisecond, func(n int) {
			for i := 0; i < 30; i++ {
				table.Update(route.Parse(n*30 + i))
			}
		})
		return nil
	})
}
