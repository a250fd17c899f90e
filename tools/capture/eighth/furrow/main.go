// Command furrow runs small jobs.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.ploughmen.example/jobs/furrow/ledger"
	"go.ploughmen.example/jobs/furrow/shift"
)

var images [][]byte

func main() {
	service.Main("furrow", func(ctx context.Context) error {
		images = holdings.Images(8)
		residents.Settle(ctx, 100)
		grist.Sheets(ctx, 100)
		day := ledger.New()
		team := shift.New("/bin/echo", day)
		cadence.Loop(ctx, 350*time.Millisecond, func(n int) { team.Run(n) })
		return nil
	})
}
