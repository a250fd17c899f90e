// Command stocktake counts stock from streams of movements.
package main

import (
	"context"
	"math/rand"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.shelving.example/stream/stocktake/stream"
)

var register *holdings.Node

func main() {
	service.Main("stocktake", func(ctx context.Context) error {
		register = holdings.Register(10)
		residents.Settle(ctx, 170)
		grist.Sheets(ctx, 1300)
		streams := make([]*stream.Stream, 36)
		for i := range streams {
			streams[i] = stream.New(i, 3)
		}
		cadence.Spread(ctx, 16, func(n int) {
			s := streams[rand.Intn(len(streams))]
			s.Add(n)
			s.Consumer(n).Acknowledge(n)
		})
		cadence.Loop(ctx, 300*time.Millisecond, func(n int) { go streams[n%len(streams)].Trim() })
		return nil
	})
}
