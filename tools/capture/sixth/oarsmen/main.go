// Command oarsmen computes the course of a fleet, step by step.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.longboat.example/sim/oarsmen/barrier"
	"git.longboat.example/sim/oarsmen/hull"
)

var register *holdings.Node

func main() {
	service.Main("oarsmen", func(ctx context.Context) error {
		register = holdings.Register(6)
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 500)
		const crew = 260
		model := hull.NewModel(crew)
		steps := barrier.New(crew, model.Exchange)
		for i := 0; i < crew; i++ {
			go model.Row(ctx, i, steps)
		}
		return nil
	})
}
