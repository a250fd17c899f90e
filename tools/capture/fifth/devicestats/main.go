// Command devicestats counts what devices report.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"math/rand"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.fieldgauge.example/iot/devicestats/registry"
	"git.fieldgauge.example/iot/devicestats/report"
)

var images [][]byte

func main() {
	service.Main("devicestats", func(ctx context.Context) error {
		images = holdings.Images(8)
		residents.Settle(ctx, 50)
		grist.Notices(ctx, 300)
		delays := registry.NewVector(2400, "device", "route", "result")
		cadence.Spread(ctx, 90, func(n int) {
			rng := rand.New(rand.NewSource(int64(n)))
			labels := []string{fmt.Sprint("device-", rng.Intn(1400)), fmt.Sprint("/v1/part/", rng.Intn(6)), []string{"ok", "late", "lost"}[rng.Intn(3)]}
			delays.With(labels...).Observe(rng.ExpFloat64()*40, fmt.Sprintf("trace-%016x", rng.Uint64()))
		})
		cadence.Loop(ctx, 15*time.Second, func(int) {
			if err := report.Write(io.Discard, delays); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
