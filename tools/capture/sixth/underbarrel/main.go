// Command underbarrel keeps answers that are dear to find.
package main

import (
	"context"
	"net/http"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.cooperage.example/cache/underbarrel/answers"
	"git.cooperage.example/cache/underbarrel/casks"
)

var codes map[string][]uint16

func main() {
	service.Main("underbarrel", func(ctx context.Context) error {
		codes = holdings.Codes(10)
		residents.Settle(ctx, 80)
		grist.Sheets(ctx, 600)
		desk := answers.NewDesk(casks.New(104))
		base, err := httpd.Open(http.HandlerFunc(desk.Look))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 12, 400*time.Millisecond, answers.Path)
		cadence.Loop(ctx, 20*time.Millisecond, desk.Prepare)
		return nil
	})
}
