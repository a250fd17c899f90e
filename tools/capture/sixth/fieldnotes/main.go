// Command fieldnotes follows what surveyors write about plots.
package main

import (
	"context"
	"io"
	"time"

	"example.com/lib/slate"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.hedgebank.example/survey/fieldnotes/plot"
	"git.hedgebank.example/survey/fieldnotes/reconcile"
)

var codes map[string][]uint16

func main() {
	service.Main("fieldnotes", func(ctx context.Context) error {
		codes = holdings.Codes(9)
		residents.Settle(ctx, 70)
		grist.Sheets(ctx, 450)
		handle := reconcile.Mapper(slate.New(io.Discard), plot.NewIndex(512))
		cadence.Loop(ctx, 25*time.Millisecond, func(n int) {
			for i := 0; i < 14; i++ {
				handle(plot.New(n*14 + i))
			}
		})
		return nil
	})
}
