// Command taskyard saws what is ordered.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.lumber.example/jobs/taskyard/yard"
)

var codes map[string][]uint16

func main() {
	service.Main("taskyard", func(ctx context.Context) error {
		codes = holdings.Codes(14)
		residents.Settle(ctx, 150)
		grist.Sheets(ctx, 900)
		y := yard.New(ctx)
		cadence.Spread(ctx, 130, y.Perform)
		return nil
	})
}
