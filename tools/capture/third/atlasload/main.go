// Command atlasload answers where places are, from tables that it reads when it starts.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.geoplan.example/maps/atlasload/places"
)

func main() {
	service.Main("atlasload", func(ctx context.Context) error {
		atlas := places.New()
		go atlas.Load(ctx, 44)
		base, err := httpd.Open(http.HandlerFunc(atlas.Find))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 100)
		grist.Sheets(ctx, 1300)
		httpd.Callers(ctx, base, 10, 300*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/?name=place-%d", caller*1000+turn)
		})
		return nil
	})
}
