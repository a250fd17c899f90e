// Command chaffinch is a house of rooms in which games are played.
package main

import (
	"context"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"gitlab.chaffinch.example/arena/chaffinch/house"
)

var zones map[string][]string

func main() {
	h := house.New(50)
	proc.Main("chaffinch", h,
		proc.Func(func(ctx context.Context) error {
			zones = stock.Zones(8)
			crew.Hire(ctx, 60)
			weather.Drizzle(ctx, 80*time.Millisecond)
			proc.Arrivals(ctx, 5, 3, func(n int) { h.Look(n * 7) })
			return nil
		}),
	)
}
