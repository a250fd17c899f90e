// Command tollbridge fetches what subscribers missed, at the rate that the origin allows.
package main

import (
	"context"
	"net/http"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/service"

	"git.causeway.example/edge/tollbridge/backfill"
	"git.causeway.example/edge/tollbridge/intake"
	"git.causeway.example/edge/tollbridge/toll"
)

var images [][]byte

func main() {
	service.Main("tollbridge", func(ctx context.Context) error {
		images = holdings.Images(7)
		grist.Notices(ctx, 500)
		origin, err := httpd.Open(http.HandlerFunc(backfill.Origin))
		if err != nil {
			return err
		}
		gate := toll.NewGate(9, 420)
		desk := intake.NewDesk(backfill.New(origin, gate))
		base, err := httpd.Open(desk)
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 24, 1100*time.Millisecond, desk.Path)
		return nil
	})
}
