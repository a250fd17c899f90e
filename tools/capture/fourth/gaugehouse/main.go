// Command gaugehouse reads gauges.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.waterboard.example/telemetry/gaugehouse/gauge"
)

var images [][]byte

func main() {
	service.Main("gaugehouse", func(ctx context.Context) error {
		images = holdings.Images(14)
		residents.Settle(ctx, 140)
		grist.Notices(ctx, 900)
		for i := 0; i < 24; i++ {
			answer := time.Duration(20+i*6) * time.Millisecond
			if i%8 == 5 {
				answer = 780 * time.Millisecond
			}
			gauge.Watch(ctx, gauge.New(i, answer), 400*time.Millisecond)
		}
		return nil
	})
}
