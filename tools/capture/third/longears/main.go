// Command longears lets clients wait until something is new.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.noticeboard.example/poll/longears/board"
)

func main() {
	service.Main("longears", func(ctx context.Context) error {
		b := board.New(24)
		base, err := httpd.Open(http.HandlerFunc(b.Wait))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 1000)
		cadence.Loop(ctx, 1300*time.Millisecond, func(n int) { b.Pin(n*7%24, n) })
		httpd.Callers(ctx, base, 260, 60*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/?column=%d", caller%24)
		})
		return nil
	})
}
