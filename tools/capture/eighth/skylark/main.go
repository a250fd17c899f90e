// Command skylark sings the news.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"go.skylark.example/news/skylark/bus"
	"go.skylark.example/news/skylark/desk"
)

var register *holdings.Node

func main() {
	service.Main("skylark", func(ctx context.Context) error {
		register = holdings.Register(6)
		grist.Sheets(ctx, 120)
		line := bus.New()
		counter := desk.New(line)
		for i := 0; i < 110; i++ {
			go counter.Resident(ctx, i)
		}
		cadence.Loop(ctx, 100*time.Millisecond, func(n int) { line.Publish(n) })
		cadence.Spread(ctx, 16, func(n int) { counter.Serve(n) })
		return nil
	})
}
