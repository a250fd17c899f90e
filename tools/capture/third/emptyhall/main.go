// Command emptyhall is ready for work that rarely comes.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.standstill.example/yard/emptyhall/hall"
)

func main() {
	service.Main("emptyhall", func(ctx context.Context) error {
		residents.Settle(ctx, 50)
		grist.Sheets(ctx, 800)
		h := hall.Open(ctx, 180)
		cadence.Loop(ctx, 9*time.Second, func(n int) { h.Call(n) })
		return nil
	})
}
