// Command seriesbook answers small calls and measures them.
package main

import (
	"context"
	"fmt"
	"math/rand"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.countinghouse.example/telemetry/seriesbook/calls"
	"git.countinghouse.example/telemetry/seriesbook/series"
)

var images [][]byte

func main() {
	service.Main("seriesbook", func(ctx context.Context) error {
		images = holdings.Images(34)
		residents.Settle(ctx, 150)
		grist.Letters(ctx, 4500)
		durations := series.NewVec("call_seconds", series.NewHistogram)
		results := series.NewVec("calls_total", series.NewCounter)
		cadence.Spread(ctx, 120, func(n int) {
			from := fmt.Sprintf("10.4.%d.%d:%d", rand.Intn(4), rand.Intn(200), 20000+rand.Intn(40000))
			took, result := calls.Answer(n)
			durations.With("method", calls.Method(n), "peer", from).Observe(took.Seconds())
			results.With("method", calls.Method(n), "result", result).Add(1)
		})
		return nil
	})
}
