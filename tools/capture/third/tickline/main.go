// Command tickline shows the progress of orders.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.metronomic.example/api/tickline/progress"
)

var codes map[string][]uint16

func main() {
	service.Main("tickline", func(ctx context.Context) error {
		codes = holdings.Codes(8)
		base, err := httpd.Open(http.HandlerFunc(progress.Show))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 90)
		grist.Letters(ctx, 1500)
		httpd.Callers(ctx, base, 60, 150*time.Millisecond, func(caller, turn int) string { return fmt.Sprintf("/%d", turn) })
		return nil
	})
}
