// Command slabyard cuts stones out of slabs.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.quarrystone.example/media/slabyard/cut"
)

func main() {
	service.Main("slabyard", func(ctx context.Context) error {
		residents.Settle(ctx, 100)
		grist.Notices(ctx, 700)
		saw := cut.NewSaw()
		cadence.Spread(ctx, 9, saw.Job)
		return nil
	})
}
