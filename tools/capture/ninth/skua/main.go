// Command skua asks questions and gets answers.
package main

import (
	"context"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"go.skua.example/rpc/skua/ask"
	"go.skua.example/rpc/skua/desk"
	"go.skua.example/rpc/skua/wire"
)

var panels [][]uint32

func main() {
	proc.Main("skua",
		proc.Func(func(ctx context.Context) error {
			panels = stock.Panels(18)
			crew.Hire(ctx, 120)
			weather.Showers(ctx, 150)
			weather.Drizzle(ctx, 120*time.Millisecond)
			return nil
		}),
		proc.Func(func(ctx context.Context) error {
			here, there := wire.Pair(ctx, 64)
			go desk.Answer(ctx, there)
			asker := ask.New(ctx, here, 10*time.Minute)
			desk.New(asker).Work(ctx, 60)
			return nil
		}),
	)
}
