// Command pulsemeter tells how often and how long things happened lately.
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

	"git.wristwork.example/stat/pulsemeter/beats"
	"git.wristwork.example/stat/pulsemeter/window"
)

var images [][]byte

func main() {
	service.Main("pulsemeter", func(ctx context.Context) error {
		images = holdings.Images(8)
		residents.Settle(ctx, 90)
		grist.Notices(ctx, 600)
		last := window.New[string, beats.Spread](46, time.Second)
		base, err := httpd.Open(http.HandlerFunc(beats.Report(last)))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 10, time.Second, beats.Path)
		cadence.Loop(ctx, 20*time.Millisecond, beats.Feed(last))
		return nil
	})
}
