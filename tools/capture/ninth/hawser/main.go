// Command hawser answers searches.
package main

import (
	"context"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"go.hawser.example/search/hawser/builder"
	"go.hawser.example/search/hawser/index"
)

func main() {
	live := index.NewLive()
	proc.Main("hawser",
		proc.Func(func(ctx context.Context) error {
			b := builder.New(stock.Catalogue(6), 40000)
			live.Swap(b.Build(0, 0))
			crew.Hire(ctx, 70)
			weather.Gusts(ctx, 120)
			proc.Tick(ctx, 26*time.Second, func(n int) { live.Swap(b.Build(n+1, 6*time.Second)) })
			return nil
		}),
		proc.Func(func(ctx context.Context) error {
			proc.Tick(ctx, 8*time.Millisecond, live.Ask)
			return nil
		}),
	)
}
